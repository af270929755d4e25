"""Pick-up slots, and the places each has left."""

from django.db.models import Count, F, Q

from market.models import MarketDay, PickUpSlot
from market.slots import HOLDERS


def slots_of(market_day: MarketDay) -> list[PickUpSlot]:
    """In order, each with ``left``, which may be nothing; a look, not a promise: see ``market.slots``."""
    taken = Count("orders", filter=Q(orders__state__in=HOLDERS))
    return list(market_day.slots.annotate(left=F("capacity") - taken).order_by("starts_at"))
