from django.urls import path

from gardens.views import growing, months, plants, plots, requests, surplus

app_name = "gardens"
urlpatterns = [
    path("plantes/", plants.plants, name="plants"),
    path("plantes/<slug:slug>/", plants.plant, name="plant"),
    path("demande/<str:token>/", requests.standing, name="standing"),
    path("demande/<str:token>/retirer/", requests.withdraw, name="withdraw"),
    path("ma-parcelle/<str:token>/", plots.my_plot, name="my_plot"),
    # growing
    path("ma-parcelle/<str:token>/noter/<slug:gesture>/", growing.note, name="note"),
    path("ma-parcelle/<str:token>/carnet/", growing.log, name="log"),
    path("ma-parcelle/<str:token>/carnet.csv", growing.log_file, name="log_file"),
    path(
        "ma-parcelle/<str:token>/carnet/<str:kind>/<int:line_id>/",
        growing.log_line,
        name="log_line",
    ),
    path(
        "ma-parcelle/<str:token>/carnet/<str:kind>/<int:line_id>/effacer/",
        growing.erase,
        name="erase_line",
    ),
    path("ma-parcelle/<str:token>/surplus/", surplus.announce, name="surplus"),
    path(
        "ma-parcelle/<str:token>/surplus/<int:surplus_id>/apporte/",
        surplus.bring,
        name="bring_surplus",
    ),
    path(
        "ma-parcelle/<str:token>/surplus/<int:surplus_id>/retirer/",
        surplus.withdraw,
        name="withdraw_surplus",
    ),
    path("<slug:slug>/ce-mois-ci/", months.this_month, name="this_month"),
    path("<slug:slug>/demander/", requests.request, name="request"),
]
