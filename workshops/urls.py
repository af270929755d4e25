from django.urls import include, path

from workshops.views import bookings, cycles, feedback, offers, seats, sessions, waiting

app_name = "workshops"
urlpatterns = [
    path("porte/", include("workshops.door.urls")),
    path("seances/<int:session_id>/", sessions.session, name="session"),
    path("seances/<int:session_id>/attendre/", waiting.wait, name="wait"),
    path("cycles/<int:cycle_id>/", cycles.cycle, name="cycle"),
    path("reservation/<str:token>/", bookings.booking, name="booking"),
    path("reservation/<str:token>/nouvelles/", bookings.news, name="booking_news"),
    path("reservation/<str:token>/renoncer/", bookings.give_up, name="give_up"),
    path("reservation/<str:token>/je-viens/", bookings.coming, name="coming"),
    path("reservation/<str:token>/annuler/", bookings.cancel, name="cancel"),
    path("reservation/<str:token>/atelier.ics", bookings.booking_calendar, name="booking_calendar"),
    path("reservation/<str:token>/ajouter/", seats.add, name="add_seats"),
    path("reservation/<str:token>/places/<int:seat_id>/", seats.rename, name="rename_seat"),
    path("reservation/<str:token>/places/<int:seat_id>/rendre/", seats.give_back, name="give_back"),
    path("attente/<str:token>/", waiting.waiting, name="waiting"),
    path("attente/<str:token>/partir/", waiting.leave, name="leave"),
    path("attente/<str:token>/revenir/", waiting.again, name="wait_again"),
    path("avis/<str:secret>/", feedback.feedback, name="feedback"),
    path("proposition/<str:token>/", offers.offer, name="offer"),
    path("proposition/<str:token>/refuser/", offers.decline, name="decline"),
]
