from django.urls import path

from gardens.views import board, duties, plants, plots, requests, rota, swaps, things

app_name = "gardens"
urlpatterns = [
    path("plantes/", plants.plants, name="plants"),
    path("plantes/<slug:slug>/", plants.plant, name="plant"),
    path("demande/<str:token>/", requests.standing, name="standing"),
    path("demande/<str:token>/retirer/", requests.withdraw, name="withdraw"),
    path("ma-parcelle/<str:token>/", plots.my_plot, name="my_plot"),
    # The care rota: a plot's page leads to it, and each turn has its own.
    path("ma-parcelle/<str:token>/tours/", rota.rota, name="rota"),
    path("ma-parcelle/<str:token>/tours/semaine/", rota.sheet, name="rota_sheet"),
    path("ma-parcelle/<str:token>/tours/agenda.ics", rota.calendar, name="rota_calendar"),
    path("ma-parcelle/<str:token>/tours/souhaits/", rota.wishes, name="wishes"),
    path("ma-parcelle/<str:token>/tours/<int:turn_id>/prendre/", rota.take, name="take"),
    path("ma-parcelle/<str:token>/remplacer/<int:duty_id>/", duties.replace, name="replace"),
    path("tour/<str:token>/", duties.duty, name="duty"),
    path("tour/<str:token>/je-viens/", duties.coming, name="duty_coming"),
    path("tour/<str:token>/je-ne-peux-pas/", duties.cannot, name="duty_cannot"),
    path("tour/<str:token>/decliner/", duties.decline, name="decline"),
    path("tour/<str:token>/rendre/", duties.give_back, name="duty_back"),
    path("tour/<str:token>/fait/", duties.done, name="duty_done"),
    path("tour/<str:token>/echanger/", swaps.offer, name="swap_offer"),
    path("echange/<str:token>/", swaps.swap, name="swap"),
    # What is lent and given, and the keys.
    path("ma-parcelle/<str:token>/partage/", things.things, name="things"),
    path("ma-parcelle/<str:token>/partage/proposer/", things.offer, name="offer_thing"),
    path("ma-parcelle/<str:token>/partage/<int:thing_id>/", things.thing, name="thing"),
    path(
        "ma-parcelle/<str:token>/partage/<int:thing_id>/retirer/",
        things.withdraw,
        name="withdraw_thing",
    ),
    path("ma-parcelle/<str:token>/partage/prets/<int:loan_id>/", things.loan, name="loan"),
    path("ma-parcelle/<str:token>/partage/cles/<int:key_id>/", things.key, name="key"),
    # The board of the shed.
    path("ma-parcelle/<str:token>/annonces/", board.notices, name="notices"),
    path(
        "ma-parcelle/<str:token>/annonces/<int:notice_id>/retirer/",
        board.take_down,
        name="take_down",
    ),
    path(
        "ma-parcelle/<str:token>/annonces/<int:notice_id>/signaler/",
        board.report,
        name="report_notice",
    ),
    path("<slug:slug>/demander/", requests.request, name="request"),
]
