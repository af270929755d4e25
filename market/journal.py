"""The log of a market day: who moved it on, and why. Written in the caller's transaction."""

from datetime import datetime

from commons.people.models import Person
from market.models import DayLogLine, MarketDay

LONGEST = 400


def note(
    market_day: MarketDay,
    kind: DayLogLine.Kind,
    *,
    by: Person | None,
    now: datetime,
    words: str = "",
) -> None:
    """Add a line; ``by`` is None where the clock did it."""
    DayLogLine.objects.create(
        market_day=market_day, kind=kind, words=words[:LONGEST], by=by, at=now
    )


def who_called_off(market_day: MarketDay) -> Person | None:
    """Whoever said that it would not be held."""
    lines = DayLogLine.objects.filter(market_day=market_day, kind=DayLogLine.Kind.CALLED_OFF)
    last = lines.select_related("by").order_by("-at").first()
    return last.by if last else None
