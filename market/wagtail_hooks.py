from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from market.desk import MarketDesk, goods_urls, urls

register_snippet(MarketDesk)


@hooks.register("register_admin_urls")
def open_the_screens_of_the_market() -> list[URLPattern | URLResolver]:
    return [
        path("marche/produits/", include((goods_urls, "market_goods"))),
        path("marche/", include((urls, "market_desk"))),
    ]
