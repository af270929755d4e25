"""A market day's hours: on one date of the hall's clocks, with an order window before them and slots inside."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

SLOT = timedelta(minutes=30)
SLOT_CAPACITY = 20

# A day nobody closed by hand is over the next morning, when its baskets are counted.
OVER_AT = time(6)


@dataclass(frozen=True, kw_only=True)
class Window:
    """When baskets can be ordered: from so many days before the market, to so many hours before it opens."""

    days_before: int
    at: time
    hours_before: int


@dataclass(frozen=True, kw_only=True)
class Hours:
    """The four moments of a market day, aware."""

    opens_at: datetime
    closes_at: datetime
    orders_open_at: datetime
    orders_close_at: datetime


def hall_zone() -> ZoneInfo:
    """The hall has one zone, whatever that of the reader."""
    return ZoneInfo(settings.TIME_ZONE)


def hall_time(moment: datetime) -> datetime:
    """What the hall's clocks show."""
    return timezone.localtime(moment, hall_zone())


def at_the_hall(day: date, clock: time) -> datetime:
    """When the hall's clocks show this on this day."""
    return datetime.combine(day, clock, tzinfo=hall_zone())


def stands_on(day: date, *, opens_at: datetime, closes_at: datetime) -> bool:
    """A market opens and closes on its own date, read on the hall's clocks: it never crosses midnight."""
    return hall_time(opens_at).date() == day == hall_time(closes_at).date()


def hours_of(day: date, *, opens: time, closes: time, window: Window) -> Hours:
    """The moments of a day. Hours before the opening are counted on the clock, as people read them.

    « Treize heures avant 9 h » is 20 h the evening before, on the night of a clock change too.
    """
    opening = datetime.combine(day, opens)
    closing = opening - timedelta(hours=window.hours_before)
    return Hours(
        opens_at=at_the_hall(day, opens),
        closes_at=at_the_hall(day, closes),
        orders_open_at=at_the_hall(day - timedelta(days=window.days_before), window.at),
        orders_close_at=at_the_hall(closing.date(), closing.time()),
    )


def slots_between(
    opens_at: datetime, closes_at: datetime, *, every: timedelta = SLOT
) -> list[tuple[datetime, datetime]]:
    """Slots from the opening to the closing; the last takes what is left of a whole one."""
    whole = max(1, (closes_at - opens_at) // every)
    starts = [opens_at + every * rank for rank in range(whole)]
    return list(zip(starts, [*starts[1:], closes_at], strict=True))


def is_over_since_yesterday(closes_at: datetime, *, now: datetime) -> bool:
    """Whether the morning after has come on the hall's clocks."""
    morning_after = hall_time(closes_at).date() + timedelta(days=1)
    return now >= at_the_hall(morning_after, OVER_AT)
