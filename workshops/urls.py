from django.urls import include, path

from workshops import views

app_name = "workshops"
urlpatterns = [
    path("porte/", include("workshops.door.urls")),
    path("seances/<int:session_id>/", views.session, name="session"),
    path("reservation/<str:token>/", views.booking, name="booking"),
    path("reservation/<str:token>/annuler/", views.cancel, name="cancel"),
    path("reservation/<str:token>/atelier.ics", views.booking_calendar, name="booking_calendar"),
]
