"""The timetable of a day: its pick-up slots, cut when it is made."""

from datetime import timedelta

from market import rules
from market.models import MarketDay, PickUpSlot


def cut(
    market_day: MarketDay,
    *,
    every: timedelta = rules.SLOT,
    capacity: int = rules.SLOT_CAPACITY,
) -> list[PickUpSlot]:
    """Slots from the opening to the closing, not yet written."""
    spans = rules.slots_between(market_day.opens_at, market_day.closes_at, every=every)
    return [
        PickUpSlot(market_day=market_day, starts_at=start, ends_at=end, capacity=capacity)
        for start, end in spans
    ]
