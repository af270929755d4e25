"""The verbs of workshops. Each owns its transaction; views, desk, worker and demo all call the same."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from commons.people.models import Person
from workshops import letters, reminders, rules
from workshops.models import Booking, Seat, Session


class SessionClosedError(Exception):
    """The session has started, or was cancelled."""


class NotEnoughSeatsError(Exception):
    """Fewer seats are left than were asked for; ``left`` says how many."""

    def __init__(self, *, left: int) -> None:
        super().__init__(f"{left} left")
        self.left = left


def book_seats(
    *,
    session_id: int,
    form_key: UUID,
    name: str,
    email: str,
    seats: int,
    language: str,
    person: Person | None = None,
    now: datetime | None = None,
) -> Booking:
    """Confirm a household's seats and write its mails down.

    The same ``form_key`` gives the same booking again, so a double click books once.
    Raises SessionClosedError, NotEnoughSeatsError, Session.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = lock_session(session_id)
        if already := session.bookings.filter(form_key=form_key).first():
            return already
        if not rules.is_open(
            cancelled=session.state == Session.State.CANCELLED, starts_at=session.starts_at, at=now
        ):
            raise SessionClosedError
        taken = session.count_seats_taken()
        if not rules.fits(seats=seats, capacity=session.capacity, taken=taken):
            raise NotEnoughSeatsError(left=max(0, session.capacity - taken))
        booking = Booking.objects.create(
            session=session,
            form_key=form_key,
            person=person,
            name=name,
            email=email,
            language=language,
        )
        Seat.objects.bulk_create(Seat(booking=booking, number=n) for n in range(1, seats + 1))
        letters.write(booking, letters.CONFIRMED)
        reminders.write(booking, now=now)
    return booking


def cancel_booking(*, token: str, now: datetime | None = None) -> Booking:
    """Give all of a booking's seats back; leave quietly if that is done.

    Raises SessionClosedError once the session has started, Booking.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        booking = Booking.objects.get(token=token)
        session = lock_session(booking.session_id)
        booking.refresh_from_db()
        if booking.state == Booking.State.CANCELLED:
            return booking
        if now >= session.starts_at:
            raise SessionClosedError
        booking.state = Booking.State.CANCELLED
        booking.save(update_fields=["state"])
        booking.seats.filter(released_at=None).update(released_at=now)
        letters.write(booking, letters.CANCELLED)
    return booking


def forget_old_bookings(*, now: datetime | None = None) -> int:
    """Erase names and addresses a year after the session, as the form promises; the seats stay counted."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        old = Booking.objects.filter(session__ends_at__lt=now - rules.KEEP_NAMES_FOR)
        return old.exclude(email="").update(name="", email="", person=None)


def lock_session(session_id: int) -> Session:
    """The session, locked until commit: seats are few, so whoever changes them takes turns here."""
    return Session.objects.select_for_update().get(pk=session_id)
