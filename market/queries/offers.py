"""What a producer has to sell, and who holds it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from market.models import MarketDay, Offer, Order, Producer

STILL_KEPT = timedelta(
    hours=12
)  # after the closing: what was not sold is set right the same evening


def days_to_keep(*, at: datetime) -> list[MarketDay]:
    """The days whose offers are still set: to come, going on, or just over; drafts too."""
    days = MarketDay.objects.exclude(state=MarketDay.State.CANCELLED)
    return list(days.filter(closes_at__gt=at - STILL_KEPT).order_by("opens_at"))


def offers_to_keep(market_day: MarketDay, producer: Producer) -> QuerySet[Offer]:
    """A producer's offers of a day, open and closed, with all that their lines show."""
    offers = Offer.objects.filter(market_day=market_day, product__producer=producer)
    rows = offers.select_related("market_day", "product__plant", "product__producer")
    return rows.order_by("product__category", "product__name_fr")


def orders_holding(offer_ids: Iterable[int]) -> QuerySet[Order]:
    """The living orders that hold one of these offers, by their number."""
    living = (Order.State.PLACED, Order.State.AWAITING_PAYMENT)
    orders = Order.objects.filter(lines__offer__in=list(offer_ids), state__in=living)
    return orders.distinct().order_by("number")
