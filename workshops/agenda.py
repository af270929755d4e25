"""Sessions, as the agenda and the calendar files want them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from commons.agenda import AgendaEntry, Audience
from commons.people.models import Person
from workshops.models import Booking, Session, WaitingEntry


def entries(*, start: datetime, end: datetime) -> list[AgendaEntry]:
    """The planned sessions that start between two moments."""
    sessions = Session.objects.for_screens().filter(
        state=Session.State.PLANNED, starts_at__gte=start, starts_at__lt=end
    )
    return [entry_of(session) for session in sessions]


def called_off(*, start: datetime, end: datetime) -> list[AgendaEntry]:
    """The sessions called off that would have started between two moments: calendars take them away."""
    sessions = Session.objects.select_related("workshop", "place").filter(
        state=Session.State.CANCELLED, starts_at__gte=start, starts_at__lt=end
    )
    return [entry_of(session) for session in sessions]


def mine(
    person: Person, *, addresses: Sequence[str], start: datetime, end: datetime
) -> list[AgendaEntry]:
    """What a person has booked or waits for between two moments, under their account or an address of theirs.

    One entry per session: a seat says more than a turn in the list.
    """
    theirs = Q(person=person) | Q(email__in=addresses)
    then = Q(session__starts_at__gte=start, session__starts_at__lt=end)
    found: dict[int, AgendaEntry] = {}
    waiting = WaitingEntry.objects.filter(theirs, then, state__in=WaitingEntry.IN_LIST)
    for entry in waiting.select_related("session__workshop", "session__place"):
        found[entry.session_id] = _waited_for(entry)
    bookings = Booking.objects.filter(theirs, then).filter(
        Q(state__in=[Booking.State.CONFIRMED, Booking.State.HELD])
        | Q(state=Booking.State.CANCELLED, session__state=Session.State.CANCELLED)
    )
    for booking in bookings.select_related("session__workshop", "session__place"):
        found[booking.session_id] = entry_for(booking, booking.session)
    return list(found.values())


def entry_for(booking: Booking, session: Session) -> AgendaEntry:
    """A session as those who booked it see it: with their own page, and the link to join it once it is firm."""
    entry = entry_of(session)
    lines = [_("Mes places : %(link)s") % {"link": settings.SITE_URL + booking.get_absolute_url()}]
    if booking.is_confirmed and session.online_url and not session.is_cancelled:
        lines.append(_("En ligne : %(link)s") % {"link": session.online_url})
    return replace(
        entry,
        url=booking.get_absolute_url(),
        note="\n".join(lines),
        tentative=booking.state == Booking.State.HELD,
    )


def _waited_for(entry: WaitingEntry) -> AgendaEntry:
    return replace(
        entry_of(entry.session),
        title=_("En attente : %(workshop)s") % {"workshop": entry.session.workshop.name},
        url=entry.get_absolute_url(),
        note=_("Sur la liste d’attente."),
        tentative=True,
    )


def entry_of(session: Session) -> AgendaEntry:
    """One session; its UID is its row's, so that a moved session moves in the calendars too."""
    return AgendaEntry(
        uid=f"session-{session.pk}",
        trade="workshops",
        title=session.workshop.name,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        url=session.get_absolute_url(),
        place=session.where,
        zone=session.zone,
        sequence=session.sequence,
        cancelled=session.is_cancelled,
        place_name=session.where_short,
        audience=Audience(session.workshop.audience),
    )
