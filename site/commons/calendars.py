"""Calendar files (.ics, RFC 5545) from agenda entries."""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from commons.agenda import AgendaEntry


def calendar_file(entries: Iterable[AgendaEntry], *, now: datetime | None = None) -> bytes:
    """The entries as an .ics file, each in the explicit time zone of its place, with a stable UID."""
    calendar = Calendar()
    calendar.add("prodid", "-//Halle & Jardins//halle-et-jardins//FR")
    calendar.add("version", "2.0")
    for entry in entries:
        calendar.add_component(_event(entry, now=now or timezone.now()))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(entry: AgendaEntry, *, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@halle-et-jardins")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", entry.title)
    zone = ZoneInfo(entry.zone or settings.TIME_ZONE)
    event.add("dtstart", entry.starts_at.astimezone(zone))
    event.add("dtend", entry.ends_at.astimezone(zone))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("url", settings.SITE_URL + entry.url if entry.url.startswith("/") else entry.url)
    if entry.place:
        event.add("location", entry.place)
    if entry.note:
        event.add("description", entry.note)
    return event
