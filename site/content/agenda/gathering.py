"""Dated things of every trade, in the order of the clock."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from commons.agenda import AgendaEntry
from commons.people.models import Person
from commons.people.queries import proven_addresses
from commons.places.models import Place
from content.agenda.choice import Choice
from gardens import agenda as gardens_agenda
from market import agenda as market_agenda
from workshops import agenda as workshops_agenda

Source = Callable[..., list[AgendaEntry]]

# Each trade's ``entries(start=, end=)``; a trade without dated things is not in the list.
SOURCES: tuple[Source, ...] = (market_agenda.entries, workshops_agenda.entries)
CALLED_OFF: tuple[Source, ...] = (market_agenda.called_off, workshops_agenda.called_off)
OWN: tuple[Source, ...] = (market_agenda.mine, workshops_agenda.mine, gardens_agenda.mine)

FEED_REACH = timedelta(weeks=26)
FEED_MEMORY = timedelta(weeks=4)  # a calendar keeps showing what has just been

EVERYTHING = Choice()


def gather(
    *,
    start: datetime,
    end: datetime,
    choice: Choice = EVERYTHING,
    sources: tuple[Source, ...] = SOURCES,
) -> list[AgendaEntry]:
    """What starts between two moments, and was chosen."""
    entries = [entry for source in sources for entry in source(start=start, end=end)]
    kept = [entry for entry in entries if choice.keeps(entry)]
    return sorted(kept, key=lambda entry: (entry.starts_at, entry.uid))


def coming_at(place: Place, *, now: datetime, limit: int = 6) -> list[AgendaEntry]:
    """What is on next in a place."""
    found = gather(start=now, end=now + FEED_REACH)
    return [entry for entry in found if entry.place == place.one_line][:limit]


def for_calendars(*, now: datetime, choice: Choice = EVERYTHING) -> list[AgendaEntry]:
    """What the calendar feed carries: half a year ahead, and the month just past.

    What was called off stays there, said to be so, until a month after its date: a calendar that only saw
    it vanish might keep it.
    """
    start, end = now - FEED_MEMORY, now + FEED_REACH
    return gather(start=start, end=end, choice=choice, sources=(*SOURCES, *CALLED_OFF))


def of_person(person: Person, *, now: datetime) -> list[AgendaEntry]:
    """What one person booked, waits for or picks up, in every trade, as far as the calendar feed reaches."""
    addresses = proven_addresses(person)
    start, end = now - FEED_MEMORY, now + FEED_REACH
    entries = [
        entry for mine in OWN for entry in mine(person, addresses=addresses, start=start, end=end)
    ]
    return sorted(entries, key=lambda entry: (entry.starts_at, entry.uid))


def day_of(entry: AgendaEntry) -> date:
    """The day it starts on, in the hall's zone."""
    return timezone.localdate(entry.starts_at)


def midnight(day: date) -> datetime:
    """The first moment of a day, in the hall's zone."""
    return timezone.make_aware(datetime.combine(day, time.min))
