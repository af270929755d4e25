"""What is on sale."""

from datetime import datetime

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils import timezone

from market.models import MarketDay, Offer, Product


def offers_on(market_day: MarketDay) -> QuerySet[Offer]:
    """What is on sale on a day, in the order of the pitches, with all that a card shows."""
    return _as_cards(Offer.objects.filter(market_day=market_day))


def _as_cards(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    here = Q(product__producer__stalls__market_day=F("market_day"))
    return (
        offers.filter(on_sale=True)
        .select_related("market_day", "product__producer", "product__plant", "product__picture")
        .prefetch_related("product__picture__renditions")
        .annotate(
            stall_that_day=FilteredRelation("product__producer__stalls", condition=here),
            pitch=F("stall_that_day__pitch__number"),
        )
        .order_by(F("pitch").asc(nulls_last=True), "product__producer__name", "product__name_fr")
    )


def in_season(offers: QuerySet[Offer], *, month: int) -> QuerySet[Offer]:
    """Only what is in season in a month (1-12): by its own months, else by its plant's."""
    return offers.filter(is_in_season(month))


def is_in_season(month: int) -> Q:
    return Q(product__own_season__contains=[month]) | Q(
        product__own_season=[], product__plant__season__contains=[month]
    )


def coming_offers(product: Product, *, at: datetime) -> QuerySet[Offer]:
    """The offers of a product on the days announced and not over, first first, each with its day's place."""
    offers = Offer.objects.filter(
        product=product, market_day__state__in=MarketDay.COMING, market_day__closes_at__gt=at
    )
    cards = _as_cards(offers).select_related("market_day__place")
    return cards.order_by("market_day__opens_at")


def highlights(*, at: datetime, limit: int) -> list[Offer]:
    """A few offers of the next market day, in season this month and with stock left.

    Each comes with its day and place: the home page asks this one question for them all.
    """
    next_day = MarketDay.objects.not_over(at=at)[:1]
    coming = _as_cards(Offer.objects.filter(market_day__in=next_day))
    seasonal = in_season(coming, month=timezone.localdate(at).month)
    left = seasonal.filter(reserved__lt=F("quantity")).select_related("market_day__place")
    return [offer for offer in left[:limit] if offer.left > 0]
