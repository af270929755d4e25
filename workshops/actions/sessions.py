"""What organisers do to a session that people have booked: each is said to them, and logged."""

from copy import copy
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_hours
from commons.people.models import Person
from commons.places.models import Place
from workshops import journal, letters, reminders, seating
from workshops.locks import lock_session
from workshops.models import Booking, LogLine, Offer, Seat, Session, WaitingEntry
from workshops.refusals import (
    CapacityBelowSeatsError,
    DateRefusedError,
    ReasonMissingError,
    SessionClosedError,
    TooManyPlacesError,
)
from workshops.rules import groups, prices


def move_session(
    *,
    session_id: int,
    starts_at: datetime,
    ends_at: datetime,
    place: Place | None,
    online_url: str = "",
    zone: str = "",
    by: Person | None,
    now: datetime | None = None,
) -> Session:
    """Give a session another date or another place. Its people are told at once, its reminders follow.

    A smaller place lowers the capacity, never below the seats promised. Nothing changed, nothing is said.
    Raises SessionClosedError, DateRefusedError, TooManyPlacesError.
    """
    now = now or timezone.now()
    if not now < starts_at < ends_at or (place is None and not online_url):
        raise DateRefusedError
    try:
        with transaction.atomic(durable=True):
            session = _lock_open(session_id, now=now)
            before = (session.starts_at, session.ends_at, session.place, session.online_url)
            if before == (starts_at, ends_at, place, online_url):
                return session
            was = copy(session)
            session.starts_at, session.ends_at = starts_at, ends_at
            session.place, session.online_url = place, online_url
            session.zone = zone or session.zone
            session.sequence += 1
            session.capacity = _capacity_in(session, now=now)
            session.save()
            _follow(session, now=now)
            journal.note(
                session,
                LogLine.Kind.MOVED,
                words=_("%(was)s → %(is)s") % {"was": _said(was), "is": _said(session)},
                by=by,
                now=now,
                before=was,
            )
    except IntegrityError as same_date:
        raise DateRefusedError from same_date
    return session


def change_capacity(
    *, session_id: int, capacity: int, by: Person | None, now: datetime | None = None
) -> Session:
    """More or fewer places. Places gained go to those who wait.

    Raises SessionClosedError, CapacityBelowSeatsError, TooManyPlacesError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = _lock_open(session_id, now=now)
        if capacity == session.capacity:
            return session
        taken = session.count_seats_taken(at=now)
        if capacity < max(taken, 1):
            raise CapacityBelowSeatsError(taken=taken)
        limit = _limit(session)
        if limit and capacity > limit:
            raise TooManyPlacesError(limit=limit)
        words = _("%(was)d → %(is)d places") % {"was": session.capacity, "is": capacity}
        session.capacity = capacity
        session.save(update_fields=["capacity"])
        journal.note(session, LogLine.Kind.CAPACITY, words=words, by=by, now=now)
        seating.offer_freed_seats(session, now=now)
    return session


def cancel_session(
    *, session_id: int, reason: str, by: Person | None, now: datetime | None = None
) -> Session:
    """Call a session off: offers are taken back, the list is closed and told; bookings follow one by one.

    Each booking is called off and paid back by its own verb, so that one that fails keeps none of the
    others waiting: a task runs at once, a sweeper after it. Leaves quietly if it is done.
    Raises ReasonMissingError, SessionClosedError once it has started.
    """
    if not reason.strip():
        raise ReasonMissingError
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = lock_session(session_id)
        if session.is_cancelled:
            return session
        if now >= session.starts_at:
            raise SessionClosedError
        session.state = Session.State.CANCELLED
        session.cancelled_because = reason
        session.sequence += 1
        session.save(update_fields=["state", "cancelled_because", "sequence"])
        _close_list(session)
        if session.twin_of:
            # Whoever was offered a seat here waits for the first one again: it may have room by now.
            seating.offer_freed_seats(session.twin_of, now=now)
        journal.note(session, LogLine.Kind.CANCELLED, words=reason, by=by, now=now)
        from workshops.tasks import call_off_bookings

        call_off_bookings.delay_on_commit()
    return session


def open_twin(
    *,
    session_id: int,
    starts_at: datetime,
    ends_at: datetime,
    place: Place | None = None,
    by: Person | None,
    now: datetime | None = None,
) -> Session:
    """Open a second session for those who wait for a full one, and offer it to them in their order.

    The same place unless another is given. Raises SessionClosedError, DateRefusedError.
    """
    now = now or timezone.now()
    if not now < starts_at < ends_at:
        raise DateRefusedError
    try:
        with transaction.atomic(durable=True):
            full = _lock_open(session_id, now=now)
            place = place or full.place
            first = full.twin_of or full
            twin = Session(
                workshop=full.workshop,
                twin_of=first,
                place=place,
                online_url=full.online_url,
                zone=full.zone,
                starts_at=starts_at,
                ends_at=ends_at,
                capacity=full.capacity,
                any_size=full.any_size,
            )
            twin.capacity = min(full.capacity, _limit(twin) or full.capacity)
            twin.save()
            for session, other in ((full, twin), (twin, full)):
                journal.note(session, LogLine.Kind.TWIN, words=_said(other), by=by, now=now)
            seating.offer_freed_seats(lock_session(twin.pk), now=now)
    except IntegrityError as same_date:
        raise DateRefusedError from same_date
    return twin


def _lock_open(session_id: int, *, now: datetime) -> Session:
    session = lock_session(session_id)
    if not groups.is_open(cancelled=session.is_cancelled, starts_at=session.starts_at, at=now):
        raise SessionClosedError
    return session


def _limit(session: Session) -> int | None:
    place = session.place
    return groups.largest_capacity(
        any_size=session.any_size, place_limit=place.seats_limit if place else None
    )


def _capacity_in(session: Session, *, now: datetime) -> int:
    """The capacity in the place it moves to. Raises TooManyPlacesError when the seats promised don't fit."""
    limit = _limit(session)
    if not limit or session.capacity <= limit:
        return session.capacity
    if session.count_seats_taken(at=now) > limit:
        raise TooManyPlacesError(limit=limit)
    return limit


def _follow(session: Session, *, now: datetime) -> None:
    """Reminders, refund terms and offers follow the new date; everybody is told once."""
    Seat.objects.filter(booking__session=session).update(
        refunded_until=prices.refunded_until(starts_at=session.starts_at, moved_at=now)
    )
    bookings = session.bookings.filter(state__in=[Booking.State.CONFIRMED, Booking.State.HELD])
    for booking in bookings:
        booking.session = session
        booking.coming_at = None
        booking.save(update_fields=["coming_at"])
        if booking.is_confirmed:
            reminders.rewrite(booking, now=now)
        letters.tell(booking, letters.MOVED, once=str(session.sequence))
    for entry in session.waiting.filter(state__in=WaitingEntry.IN_LIST):
        letters.tell_waiting(entry, letters.WAITING_MOVED, once=str(session.sequence))
    # An offer of a date that came nearer must not outlive it.
    late = session.offers.filter(state=Offer.State.PENDING, expires_at__gt=session.starts_at)
    late.update(expires_at=session.starts_at)


def _close_list(session: Session) -> None:
    """Offers of this session are taken back; those who came from another list wait there again."""
    pending = Offer.objects.filter(session=session, state=Offer.State.PENDING)
    visitors = WaitingEntry.objects.filter(offers__in=pending).exclude(session=session)
    for entry in visitors:
        letters.tell_waiting(entry, letters.OFFER_REVOKED, once=str(session.pk))
    WaitingEntry.objects.filter(pk__in=[entry.pk for entry in visitors]).update(
        state=WaitingEntry.State.WAITING
    )
    waiting = session.waiting.filter(state__in=WaitingEntry.IN_LIST)
    Offer.objects.filter(entry__in=waiting, state=Offer.State.PENDING).update(
        state=Offer.State.REVOKED
    )
    pending.update(state=Offer.State.REVOKED)
    for entry in waiting:
        letters.tell_waiting(entry, letters.LIST_CLOSED)
    waiting.update(state=WaitingEntry.State.CLOSED)


def _said(session: Session) -> str:
    """ "samedi 14 mars, 9 h – 12 h, La cuisine du Préau" """
    when = f"{say_day(session.starts_at)}, {say_hours(session.starts_at, session.ends_at)}"
    return f"{when}, {session.where_short}"
