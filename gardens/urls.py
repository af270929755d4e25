from django.urls import path

from gardens.views import care, charters, fees, offers, plants, plots, requests, seasons

app_name = "gardens"

urlpatterns = [
    path("plantes/", plants.plants, name="plants"),
    path("plantes/<slug:slug>/", plants.plant, name="plant"),
    path("demande/<str:token>/", requests.standing, name="standing"),
    path("demande/<str:token>/retirer/", requests.withdraw, name="withdraw"),
    path("demande/<str:token>/souhaits/", requests.wishes, name="wishes"),
    path("demande/<str:token>/toujours/", requests.still, name="still"),
    path("proposition/<str:token>/", offers.offer, name="offer"),
    path("proposition/<str:token>/decliner/", offers.decline, name="decline"),
    path("ma-parcelle/<str:token>/", plots.my_plot, name="my_plot"),
    path("<slug:slug>/charte/", charters.charter, name="charter"),
    path("<slug:slug>/demander/", requests.request, name="request"),
    # Seasons: the answer of a household, its fee, the path of care.
    path("ma-parcelle/<str:token>/saison/<int:season_id>/", seasons.season, name="season"),
    path("ma-parcelle/<str:token>/saison/<int:season_id>/rendre/", seasons.leave, name="leave"),
    path("ma-parcelle/<str:token>/nouvelles/<int:case_id>/", care.case, name="care"),
    path("ma-parcelle/<str:token>/cotisation/<int:enrolment_id>/", fees.fee, name="fee"),
    path(
        "ma-parcelle/<str:token>/cotisation/<int:enrolment_id>/carte/", fees.card, name="fee_card"
    ),
    path(
        "ma-parcelle/<str:token>/cotisation/<int:enrolment_id>/nouvelles/",
        fees.news,
        name="fee_news",
    ),
]
