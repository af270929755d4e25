"""Products and producers, as the site's search finds them."""

from datetime import date, datetime
from typing import Any

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    Subquery,
    Window,
)
from django.db.models.functions import JSONObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_price
from commons.finding.found import Finds, Found, Wanted
from commons.finding.matching import matching, the_most
from market.models import MarketDay, Offer, Producer, ProducerPage, Product, Stall


def find_products(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """What can be bought on a day to come first; the others are found too, and say so."""
    offers = Offer.objects.filter(_coming(at), on_sale=True)
    on_sale = ExpressionWrapper(Q(pk__in=offers.values("product")), output_field=BooleanField())
    first = (
        offers.filter(product=OuterRef("pk"))
        .order_by("market_day__opens_at")
        .values(said=JSONObject(cents="price_cents", day="market_day__date"))
    )
    matches = matching(Product, wanted).annotate(is_on_sale=on_sale)
    products = (
        the_most(matches, "-is_on_sale")
        .annotate(offer=Subquery(first[:1]), total=Window(Count("*")))
        .select_related("producer", "plant")
        .only("slug", "name_fr", "name_en", "unit", "pictogram", "producer__name", "plant__slug")
        .order_by("-is_on_sale", "-relevance", "-pk")[start : start + limit]
    )
    return Finds(
        items=[_product(product, product.offer) for product in products],
        total=products[0].total if products else 0,
    )


def _product(product: Product, offer: dict[str, Any] | None) -> Found:
    if offer is None:
        context = _("%(producer)s · pas annoncé sous la halle pour l’instant") % {
            "producer": product.producer
        }
    else:
        price = f"{say_price(offer['cents'])} {product.get_unit_display()}"
        day = say_day(date.fromisoformat(offer["day"]))
        context = f"{price} · {product.producer} · {day}"
    return Found(
        title=product.name,
        url=product.get_absolute_url(),
        trade="market",
        pictogram=product.drawing,
        context=context,
    )


def find_producers(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """By their rows or by their published story; first those who come on a day announced, then by name."""
    stalls = (
        Stall.objects.filter(_coming(at), producer=OuterRef("pk"))
        .order_by("market_day__opens_at")
        .values(said=JSONObject(pitch="pitch__number", day="market_day__date"))
    )
    stories = matching(ProducerPage, wanted).filter(
        live=True, locale__language_code=get_language() or "fr"
    )
    matches = matching(Producer, wanted)
    named = Q(pk__in=matches.filter(is_named=True).values("pk"))
    producers = (
        Producer.objects.filter(
            Q(pk__in=matches.values("pk")) | Q(pk__in=stories.values("producer"))
        )
        .annotate(
            is_coming=Exists(stalls),
            is_named=ExpressionWrapper(named, output_field=BooleanField()),
            stall=Subquery(stalls[:1]),
            total=Window(Count("*")),
        )
        .order_by("-is_coming", "-is_named", "name")[start : start + limit]
    )
    return Finds(
        items=[_producer(producer, producer.stall) for producer in producers],
        total=producers[0].total if producers else 0,
    )


def _producer(producer: Producer, stall: dict[str, Any] | None) -> Found:
    where = _("%(town)s, à %(km)d km") % {"town": producer.town, "km": producer.distance_km}
    if stall is None:
        when = _("pas de marché annoncé pour l’instant")
    else:
        day = date.fromisoformat(stall["day"])
        when = _("étal %(pitch)d, %(day)s") % {"pitch": stall["pitch"], "day": say_day(day)}
    return Found(
        title=producer.name,
        url=producer.get_absolute_url(),
        trade="market",
        pictogram=producer.pictogram or "panier",
        context=f"{where} · {when}",
    )


def _coming(at: datetime) -> Q:
    """What hangs on a market day announced and not over."""
    return Q(market_day__state__in=MarketDay.COMING, market_day__closes_at__gt=at)
