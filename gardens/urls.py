from django.urls import path

from gardens import views

app_name = "gardens"
urlpatterns = [
    path("plantes/", views.plants, name="plants"),
    path("plantes/<slug:slug>/", views.plant, name="plant"),
    path("demande/<str:token>/", views.standing, name="standing"),
    path("demande/<str:token>/retirer/", views.withdraw, name="withdraw"),
    path("<slug:slug>/demander/", views.request, name="request"),
]
