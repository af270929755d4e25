"""Pick-up slots that still take an order."""

from django.db.models import Count, F, Q

from market.models import MarketDay, PickUpSlot
from market.slots import HOLDERS


def slots_with_room(market_day: MarketDay) -> list[PickUpSlot]:
    """In order; a look, not a promise: see ``market.slots``."""
    taken = Count("orders", filter=Q(orders__state__in=HOLDERS))
    free = market_day.slots.annotate(taken=taken).filter(taken__lt=F("capacity"))
    return list(free.order_by("starts_at"))
