"""Under /marche/mes-offres/."""

from django.urls import path

from market.stand import views

urlpatterns = [
    path("", views.next_day, name="own_offers"),
    path("<isodate:day>/", views.farms, name="own_offers_on"),
    path("<isodate:day>/<slug:farm>/", views.offers, name="stand"),
    path("<isodate:day>/<slug:farm>/ajouter/", views.add, name="stand_add"),
    path("<isodate:day>/<slug:farm>/absence/", views.withdraw, name="stand_withdraw"),
]
