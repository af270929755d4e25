"""Calendar files (.ics, RFC 5545) from agenda entries."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parseaddr
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress

from commons.agenda import AgendaEntry
from commons.calendars.zones import zone_component

MIME = "text/calendar; charset=utf-8"

# What a file does to the calendar that takes it in [RFC 5546 3.2]: it adds and updates, or takes away.
# Nothing is asked back, as REQUEST would: seats are given back by their own link, not by a calendar's "no".
PUBLISH, CANCEL = "PUBLISH", "CANCEL"


def calendar_file(
    entries: Iterable[AgendaEntry],
    *,
    now: datetime | None = None,
    method: str = PUBLISH,
    name: str = "",
) -> bytes:
    """The entries as an .ics file, each in the explicit time zone of its place, with a stable UID.

    Without entries it still holds the hall's time zone: a file must hold something [RFC 5545 3.6].
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Halle & Jardins//halle-et-jardins//FR")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
    now, told = now or timezone.now(), list(entries)
    zones = {_zone(entry) for entry in told} or {settings.TIME_ZONE}
    since = min((entry.starts_at for entry in told), default=now).year
    for tzid in sorted(zones):
        calendar.add_component(zone_component(tzid, since=since))
    for entry in told:
        calendar.add_component(_event(entry, method=method, now=now))
    return calendar.to_ical()


def _zone(entry: AgendaEntry) -> str:
    return entry.zone or settings.TIME_ZONE


def _event(entry: AgendaEntry, *, method: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@halle-et-jardins")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", entry.title)
    zone = ZoneInfo(_zone(entry))
    event.add("dtstart", entry.starts_at.astimezone(zone))
    event.add("dtend", entry.ends_at.astimezone(zone))
    event.add("sequence", entry.sequence)
    event.add("status", _status(entry, method=method))
    event.add("organizer", vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"))
    event.add("url", settings.SITE_URL + entry.url if entry.url.startswith("/") else entry.url)
    if entry.place:
        event.add("location", entry.place)
    if entry.note:
        event.add("description", entry.note)
    return event


def _status(entry: AgendaEntry, *, method: str) -> str:
    if entry.cancelled or method == CANCEL:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative else "CONFIRMED"
