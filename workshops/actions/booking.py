"""Reserving seats: in a session, or in a whole cycle."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from commons.people.models import Person
from workshops import journal, seating, transitions
from workshops.locks import lock_session, lock_sessions
from workshops.models import Booking, Cycle, LogLine, Session
from workshops.parties import Contact, SeatWish
from workshops.refusals import NotEnoughSeatsError, SessionClosedError
from workshops.rules import groups


def book_seats(
    *,
    session_id: int,
    form_key: UUID,
    contact: Contact,
    party: Sequence[SeatWish],
    now: datetime | None = None,
) -> Booking:
    """Confirm a household's seats and write its mails down, or hold them while they are paid.

    The same ``form_key`` gives the same booking again, so a double click books once.
    Raises SessionClosedError (a cycle's session may be booked with the whole cycle only),
    NotEnoughSeatsError, GuardianMissingError, PriceNotOnListError, Session.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = lock_session(session_id)
        if already := session.bookings.filter(form_key=form_key).first():
            return already
        if session.is_booked_whole:
            raise SessionClosedError
        booking = _book(session, form_key=form_key, contact=contact, party=party, now=now)
        transitions.settle([booking], now=now)
    return booking


def book_cycle(
    *,
    cycle_id: int,
    form_key: UUID,
    contact: Contact,
    party: Sequence[SeatWish],
    now: datetime | None = None,
) -> Booking:
    """Reserve every session of a cycle that is still to come, or none of them; the first is returned.

    Raises what ``book_seats`` raises, and SessionClosedError when nothing of the cycle is left, or
    when it is booked session by session.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        sessions = _coming(cycle_id, now=now)
        already = Booking.objects.filter(session__in=sessions, form_key=form_key, lead=None)
        if found := already.first():
            return found
        bookings: list[Booking] = []
        for session in sessions:
            lead = bookings[0] if bookings else None
            bookings.append(
                _book(session, form_key=form_key, contact=contact, party=party, now=now, lead=lead)
            )
        transitions.settle(bookings, now=now)
    return bookings[0]


def _coming(cycle_id: int, *, now: datetime) -> list[Session]:
    """The sessions of a cycle still to come, locked in id order, given in the order of the clock."""
    by_session = Cycle.Booked.BY_SESSION
    coming = Session.objects.upcoming(at=now).filter(cycle=cycle_id)
    coming = coming.exclude(cycle__booked=by_session)
    locked = lock_sessions(coming.values_list("pk", flat=True))
    if not locked:
        raise SessionClosedError
    return sorted(locked.values(), key=lambda session: (session.starts_at, session.pk))


def _book(
    session: Session,
    *,
    form_key: UUID,
    contact: Contact,
    party: Sequence[SeatWish],
    now: datetime,
    lead: Booking | None = None,
) -> Booking:
    if not session.workshop.takes_bookings or not groups.is_open(
        cancelled=session.is_cancelled, starts_at=session.starts_at, at=now
    ):
        raise SessionClosedError
    left = seating.free_for_newcomers(session, now=now)
    if not groups.fits(seats=len(party), capacity=left, taken=0):
        raise NotEnoughSeatsError(left=left, session_id=session.pk)
    booking = transitions.write(
        session,
        contact=contact,
        party=party,
        form_key=form_key,
        origin=Booking.Origin.VOLUNTEER if contact.made_by else Booking.Origin.ONLINE,
        now=now,
        lead=lead,
    )
    if contact.made_by:
        _note_for_whom(session, seats=len(party), by=contact.made_by, now=now)
    return booking


def _note_for_whom(session: Session, *, seats: int, by: Person, now: datetime) -> None:
    """Without the person's name: the log outlives it."""
    words = ngettext(
        "%(seats)d place, à la demande de la personne et avec son accord",
        "%(seats)d places, à la demande de la personne et avec son accord",
        seats,
    )
    journal.note(session, LogLine.Kind.BOOKED_FOR, words=words % {"seats": seats}, by=by, now=now)
