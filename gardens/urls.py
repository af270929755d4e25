from django.urls import path

from gardens.views import plan, plants, plots, requests

app_name = "gardens"
urlpatterns = [
    path("plantes/", plants.plants, name="plants"),
    path("plantes/<slug:slug>/", plants.plant, name="plant"),
    path("demande/<str:token>/", requests.standing, name="standing"),
    path("demande/<str:token>/retirer/", requests.withdraw, name="withdraw"),
    path("ma-parcelle/<str:token>/", plots.my_plot, name="my_plot"),
    # The plan and its plots.
    path("<slug:slug>/plan/", plan.plan, name="plan"),
    path("<slug:slug>/parcelles/<int:number>/", plan.plot, name="plot"),
    path("<slug:slug>/demander/", requests.request, name="request"),
]
