"""Pick-up slots, and the places each has left: a look, not a promise; see ``market.guards.slots``."""

from typing import Any

from django.db.models import Count, F, Q, QuerySet

from market.guards.slots import HOLDERS
from market.models import MarketDay, PickUpSlot


def slots_of(market_day: MarketDay) -> list[PickUpSlot]:
    """In order, each with ``left``, which may be nothing."""
    return list(_counted(market_day))


def slots_with_room(market_day: MarketDay) -> list[PickUpSlot]:
    """Those that still take an order."""
    return list(_counted(market_day).filter(left__gt=0))


def _counted(market_day: MarketDay) -> QuerySet[Any]:
    taken = Count("orders", filter=Q(orders__state__in=HOLDERS))
    return market_day.slots.annotate(left=F("capacity") - taken).order_by("starts_at")
