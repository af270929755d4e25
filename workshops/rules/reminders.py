"""When people are reminded of a session."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from commons.calendars.patterns import a_week_later

WEEK, TWO_DAYS, MORNING = "week", "two-days", "morning"
EARLIEST = time(7, 30)
EVENING = time(18, 0)
THANKS_AFTER = timedelta(hours=2)


def reminder_due_at(*, kind: str, starts_at: datetime, booked_at: datetime) -> datetime | None:
    """When to remind; None for those who book after that hour, and still have it in mind."""
    due_at = _hour_of(kind, starts_at)
    return due_at if due_at > booked_at else None


def _hour_of(kind: str, starts_at: datetime) -> datetime:
    if kind == WEEK:
        return a_week_later(starts_at, weeks=-1)
    if kind == TWO_DAYS:
        return starts_at - timedelta(hours=48)
    return _morning_of(starts_at)


def _morning_of(starts_at: datetime) -> datetime:
    """At breakfast, in the hall's zone; the evening before what starts at dawn."""
    day = timezone.localtime(starts_at)
    breakfast = day.replace(hour=EARLIEST.hour, minute=EARLIEST.minute, second=0, microsecond=0)
    if day - breakfast >= timedelta(hours=1):
        return breakfast
    eve = day - timedelta(days=1)
    return eve.replace(hour=EVENING.hour, minute=0, second=0, microsecond=0)
