from django.urls import include, path, register_converter

from market.converters import DateConverter
from market.views import (
    baskets,
    changes,
    checkout,
    days,
    orders,
    producers,
    products,
    recurring,
    solidarity,
    usuals,
    withdrawals,
)

register_converter(DateConverter, "isodate")

app_name = "market"
urlpatterns = [
    path("", days.next_day, name="next"),
    path("<isodate:day>/", days.day, name="day"),
    path("<isodate:day>/liste/", days.price_list, name="price_list"),
    path("<isodate:day>/habituels/", usuals.put, name="put_usuals"),
    path("produits/<slug:slug>/", products.product, name="product"),
    path("producteurs/<slug:slug>/", producers.producer, name="producer"),
    path("mes-offres/", include("market.stand.urls")),
    path("panier/", baskets.basket, name="basket"),
    path("panier/<isodate:day>/", baskets.basket, name="basket_of_day"),
    path("panier/commander/", baskets.order_now, name="order_now"),
    path("commander/", checkout.checkout, name="checkout"),
    path("solidarite/", solidarity.solidarity, name="solidarity"),
    path("solidarite/don/<str:token>/", solidarity.gift, name="gift"),
    path("solidarite/don/<str:token>/nouvelles/", solidarity.news, name="gift_news"),
    path("commande/<str:token>/", orders.order, name="order"),
    path("commande/<str:token>/nouvelles/", orders.news, name="order_news"),
    path("commande/<str:token>/payer-a-la-halle/", orders.pay_at_hall, name="pay_at_hall"),
    path("commande/<str:token>/modifier/", changes.change, name="change"),
    path("commande/<str:token>/payer-le-reste/", orders.pay_the_rest, name="pay_the_rest"),
    path("commande/<str:token>/ecrire/", orders.write, name="write_to_hall"),
    path("commande/<str:token>/habituel/", recurring.keep_order, name="recurring_from_order"),
    path("commande/<str:token>/annuler/", orders.cancel, name="cancel"),
    path("commande/<str:token>/se-retracter/", withdrawals.withdraw, name="withdraw"),
    path("panier-habituel/", recurring.page, name="recurring"),
    path("panier-habituel/garder/", recurring.keep_basket, name="recurring_from_basket"),
    path("panier-habituel/produit/", recurring.change_line, name="recurring_line"),
    path("panier-habituel/rythme/", recurring.arrange, name="recurring_arrange"),
    path("panier-habituel/pause/", recurring.pause, name="recurring_pause"),
    path("panier-habituel/reprendre/", recurring.resume, name="recurring_resume"),
    path("panier-habituel/supprimer/", recurring.end, name="recurring_end"),
    path("panier-habituel/<isodate:day>/", recurring.day, name="recurring_day"),
    path("panier-habituel/courrier/<str:token>/", recurring.quiet, name="recurring_quiet"),
]
