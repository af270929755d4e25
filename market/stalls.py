"""Whether a producer has said what they bring on a day."""

from datetime import datetime

from market.models import Stall


def answered(*, market_day_id: int, producer_id: int, now: datetime) -> bool:
    """Note that a producer spoke of their offers of a day; False when they had, or have no stall there."""
    silent = Stall.objects.filter(market_day=market_day_id, producer=producer_id, confirmed_at=None)
    return bool(silent.update(confirmed_at=now))
