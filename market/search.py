"""Products and producers, as the site's search finds them."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Window
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_price
from commons.finding.found import Finds, Found, Wanted
from commons.finding.matching import matching
from market.models import MarketDay, Offer, Producer, Product, Stall


def find_products(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """What can be bought on a day to come first; the others are found too, and say so."""
    offers = (
        Offer.objects.filter(_coming(at), product=OuterRef("pk"), on_sale=True)
        .order_by("market_day__opens_at")
        .values(said=JSONObject(pk="pk", cents="price_cents", day="market_day__date"))
    )
    products = (
        matching(Product, wanted)
        .annotate(is_on_sale=Exists(offers), offer=Subquery(offers[:1]), total=Window(Count("*")))
        .select_related("producer", "plant")
        # Thousands may match and are counted before the best are kept: short rows stay in memory.
        .only(
            "name_fr", "name_en", "category", "unit", "pictogram", "producer__name", "plant__slug"
        )
        .order_by("-is_on_sale", "-relevance", "-pk")[start : start + limit]
    )
    return Finds(
        items=[_product(product, product.offer) for product in products],
        total=products[0].total if products else 0,
    )


def _product(product: Product, offer: dict[str, Any] | None) -> Found:
    if offer is None:
        url = reverse("market:next")
        context = _("%(producer)s · pas annoncé sous la halle pour l’instant") % {
            "producer": product.producer
        }
    else:
        day = date.fromisoformat(offer["day"])
        # Within its category, the offer is more likely on the first page.
        url = f"{_door(day)}?rayon={product.category}#offre-{offer['pk']}"
        price = f"{say_price(offer['cents'])} {product.get_unit_display()}"
        context = f"{price} · {product.producer} · {say_day(day)}"
    return Found(
        title=product.name, url=url, trade="market", pictogram=product.drawing, context=context
    )


def find_producers(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """Those who come on a day announced first."""
    stalls = (
        Stall.objects.filter(_coming(at), producer=OuterRef("pk"))
        .order_by("market_day__opens_at")
        .values(said=JSONObject(pitch="pitch", day="market_day__date"))
    )
    producers = (
        matching(Producer, wanted)
        .annotate(is_coming=Exists(stalls), stall=Subquery(stalls[:1]), total=Window(Count("*")))
        .order_by("-is_coming", "-relevance", "-pk")[start : start + limit]
    )
    return Finds(
        items=[_producer(producer, producer.stall) for producer in producers],
        total=producers[0].total if producers else 0,
    )


def _producer(producer: Producer, stall: dict[str, Any] | None) -> Found:
    where = _("%(town)s, à %(km)d km") % {"town": producer.town, "km": producer.distance_km}
    if stall is None:
        url = reverse("market:next")
        when = _("pas de marché annoncé pour l’instant")
    else:
        day = date.fromisoformat(stall["day"])
        url = f"{_door(day)}#etal-{producer.slug}"
        when = _("étal %(pitch)d, %(day)s") % {"pitch": stall["pitch"], "day": say_day(day)}
    return Found(
        title=producer.name,
        url=url,
        trade="market",
        pictogram=producer.pictogram or "panier",
        context=f"{where} · {when}",
    )


def _coming(at: datetime) -> Q:
    """What hangs on a market day announced and not over."""
    return Q(market_day__state=MarketDay.State.OPEN, market_day__closes_at__gt=at)


def _door(day: date) -> str:
    return reverse("market:day", args=[day])
