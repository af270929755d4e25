"""The rota of a garden: its days, its hours, and what may still be done about a turn."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

MONDAY, SUNDAY = 1, 7  # as date.isoweekday() counts
HARDEST = 3
MOST_PLACES = 6
LONGEST_MINUTES = 480
LAID_AHEAD = timedelta(weeks=8)
LOOKED_BACK = timedelta(days=365)  # how far the load of a household is counted

EVENING, MORNING = "evening", "morning"
EVENING_HOUR, MORNING_HOUR = time(18, 0), time(7, 30)
SAID_DONE_WITHIN = timedelta(days=14)  # later, nobody remembers how long it took
MISSED_BEFORE_A_WORD = 3


def days_of(
    *, weekdays: Collection[int], first: date, last: date, rest_days: Collection[date] = ()
) -> Iterator[date]:
    """The days of a pattern, both ends included; weekdays are counted as ``date.isoweekday`` does."""
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if day.isoweekday() in weekdays and day not in rest_days:
            yield day


def moment(day: date, clock: time) -> datetime:
    """An hour of a day on the hall's clocks."""
    return timezone.make_aware(datetime.combine(day, clock))


def reminder_due_at(*, kind: str, starts_at: datetime, now: datetime) -> datetime | None:
    """The evening before or the morning of a turn; None when that has passed, or comes after it begins."""
    day = timezone.localdate(starts_at)
    eve = day - timedelta(days=1)
    due_at = moment(eve, EVENING_HOUR) if kind == EVENING else moment(day, MORNING_HOUR)
    return due_at if now < due_at < starts_at else None


def may_be_said_done(*, starts_at: datetime, now: datetime) -> bool:
    """From the hour it begins, while one still remembers."""
    return starts_at <= now <= starts_at + SAID_DONE_WITHIN


def deserves_a_word(missed: int) -> bool:
    """Whether a household missed so many turns in a year that somebody should ask how it is."""
    return missed >= MISSED_BEFORE_A_WORD
