"""At the door: who is there. Each verb says how things must be, so that one sent twice changes nothing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from commons.people.models import Person
from workshops import seating, transitions
from workshops.locks import lock_session
from workshops.models import Booking, Seat, Session
from workshops.parties import Contact, unnamed
from workshops.refusals import DoorClosedError, NotEnoughSeatsError
from workshops.rules import door


def tick(*, session_id: int, seat_id: int, attendance: str, now: datetime | None = None) -> Seat:
    """Say of a seat that its person came, is absent, or is not known yet.

    Raises DoorClosedError, Seat.DoesNotExist, NotEnoughSeatsError when the seat of someone absent was
    given to a walk-in meanwhile.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = _lock_open_door(session_id, now=now)
        seat = Seat.objects.kept().get(pk=seat_id, booking__session=session)
        comes_back = seat.attendance == Seat.Attendance.ABSENT != attendance
        if comes_back and not seating.free_seats(session, now=now):
            raise NotEnoughSeatsError(left=0)
        seat.attendance = attendance
        seat.save(update_fields=["attendance"])
    return seat


def admit_walk_in(
    *,
    session_id: int,
    form_key: UUID,
    name: str,
    seats: int = 1,
    by: Person | None,
    now: datetime | None = None,
) -> Booking:
    """Seat somebody who comes unannounced, while there is room; the same ``form_key`` seats them once.

    Raises DoorClosedError, NotEnoughSeatsError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = _lock_open_door(session_id, now=now)
        if already := session.bookings.filter(form_key=form_key).first():
            return already
        left = seating.free_seats(session, now=now)
        if not 1 <= seats <= left:
            raise NotEnoughSeatsError(left=left)
        booking = transitions.write(
            session,
            contact=Contact(name=name, email="", made_by=by),
            party=unnamed(seats),
            form_key=form_key,
            origin=Booking.Origin.DOOR,
            now=now,
        )
        booking.seats.update(attendance=Seat.Attendance.CAME)
    return booking


def _lock_open_door(session_id: int, *, now: datetime) -> Session:
    session = lock_session(session_id)
    if session.is_cancelled or not door.is_open(
        starts_at=session.starts_at, ends_at=session.ends_at, at=now
    ):
        raise DoorClosedError(opens_at=door.opens_at(starts_at=session.starts_at))
    return session
