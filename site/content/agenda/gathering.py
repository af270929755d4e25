"""Dated things of every trade, in the order of the clock."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from commons.agenda import AgendaEntry
from commons.places.models import Place
from content.agenda.choice import Choice
from market import agenda as market_agenda
from workshops import agenda as workshops_agenda

# Each trade's ``entries(start=, end=)``; a trade without dated things is not in the list.
SOURCES = (market_agenda.entries, workshops_agenda.entries)

FEED_REACH = timedelta(weeks=26)
FEED_MEMORY = timedelta(weeks=4)  # a calendar keeps showing what has just been

EVERYTHING = Choice()


def gather(*, start: datetime, end: datetime, choice: Choice = EVERYTHING) -> list[AgendaEntry]:
    """What starts between two moments, and was chosen."""
    entries = [entry for source in SOURCES for entry in source(start=start, end=end)]
    kept = [entry for entry in entries if choice.keeps(entry)]
    return sorted(kept, key=lambda entry: (entry.starts_at, entry.uid))


def coming_at(place: Place, *, now: datetime, limit: int = 6) -> list[AgendaEntry]:
    """What is on next in a place."""
    found = gather(start=now, end=now + FEED_REACH)
    return [entry for entry in found if entry.place == place.one_line][:limit]


def for_calendars(*, now: datetime, choice: Choice = EVERYTHING) -> list[AgendaEntry]:
    """What the calendar feed carries: half a year ahead, and the month just past."""
    return gather(start=now - FEED_MEMORY, end=now + FEED_REACH, choice=choice)


def day_of(entry: AgendaEntry) -> date:
    """The day it starts on, in the hall's zone."""
    return timezone.localdate(entry.starts_at)


def midnight(day: date) -> datetime:
    """The first moment of a day, in the hall's zone."""
    return timezone.make_aware(datetime.combine(day, time.min))
