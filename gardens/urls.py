from django.urls import path

from gardens.views import (
    agreements,
    care,
    charters,
    corners,
    fees,
    matches,
    offers,
    plan,
    plants,
    plots,
    requests,
    seasons,
)

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
    path("ma-parcelle/<str:token>/coin/", corners.corner, name="corner"),
    path("ma-parcelle/<str:token>/coin/retirer/", corners.withdraw, name="withdraw_corner"),
    path("ma-parcelle/<str:token>/partage/", agreements.sharing, name="sharing"),
    path("ma-parcelle/<str:token>/partage/recrire/", agreements.amend, name="amend_sharing"),
    path("ma-parcelle/<str:token>/partage/repondre/", agreements.answer, name="answer_change"),
    path("ma-parcelle/<str:token>/partage/continuer/", agreements.keep_on, name="keep_on"),
    path("ma-parcelle/<str:token>/partage/quitter/", agreements.leave, name="leave_sharing"),
    path("ma-parcelle/<str:token>/partage/equipe/", agreements.call, name="call_committee"),
    path("ma-parcelle/<str:token>/partage/entiere/", agreements.whole, name="whole_plot"),
    path("partage/<str:token>/", matches.match, name="match"),
    path("partage/<str:token>/oui/", matches.agree, name="agree_match"),
    path("partage/<str:token>/non/", matches.decline, name="decline_match"),
    path("<slug:slug>/plan/", plan.plan, name="plan"),
    path("<slug:slug>/parcelles/<int:number>/", plan.plot, name="plot"),
]
