"""Under /ateliers/porte/."""

from django.urls import path

from workshops.door import views

urlpatterns = [
    path("<int:session_id>/", views.door, name="door"),
    path("<int:session_id>/pointer/", views.tick, name="door_tick"),
    path("<int:session_id>/sans-inscription/", views.walk_in, name="door_walk_in"),
    path("<int:session_id>/liste/", views.printed, name="door_list"),
    path("place/<str:token>/", views.scanned, name="door_scanned"),
]
