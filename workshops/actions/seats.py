"""What becomes of seats that were reserved: given back, added, renamed, kept; by people or by the clock."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from commons.payments.actions import abandon_payment
from commons.payments.models import Payment
from workshops import letters, paying, seating, transitions
from workshops.locks import lock_session
from workshops.models import Booking, Session
from workshops.parties import SeatWish
from workshops.refusals import NotEnoughSeatsError, SessionClosedError
from workshops.rules import groups


def cancel_booking(*, token: str, now: datetime | None = None) -> Booking:
    """Give all of a booking's seats back; leave quietly if that is done.

    Seats given back in time are paid back; an open payment is given up first, at the provider.
    Raises SessionClosedError once the session has started, ProviderUnreachableError,
    Booking.DoesNotExist.
    """
    now = now or timezone.now()
    release_unpaid(booking_id=Booking.objects.values_list("pk", flat=True).get(token=token))
    with transaction.atomic(durable=True):
        booking, payments = _locked(token)
        if not booking.is_confirmed:
            return booking
        _check_not_started(booking.session, now=now)
        seats = list(booking.seats.filter(released_at=None))
        transitions.give_back(booking, seats, payments=payments, now=now)
    return booking


def give_back_seat(*, token: str, seat_id: int, now: datetime | None = None) -> Booking:
    """Give one seat back; the last one cancels the booking. Leaves quietly if that is done.

    Raises SessionClosedError once the session has started, Booking.DoesNotExist, Seat.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        booking, payments = _locked(token)
        seat = booking.seats.get(pk=seat_id)
        if seat.released_at or not booking.is_confirmed:
            return booking
        _check_not_started(booking.session, now=now)
        transitions.give_back(booking, [seat], payments=payments, now=now)
    return booking


def add_seats(
    *, token: str, party: Sequence[SeatWish], guardian: str = "", now: datetime | None = None
) -> Booking:
    """Add seats to a firm booking; where seats are paid online, one makes another booking instead.

    ``guardian`` answers for those under 18 when the booking named nobody yet.
    Raises SessionClosedError, NotEnoughSeatsError, GuardianMissingError, PriceNotOnListError,
    Booking.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        booking, _payments = _locked(token)
        session = booking.session
        if not booking.is_confirmed or session.workshop.is_paid_online:
            raise SessionClosedError
        _check_not_started(session, now=now)
        held = booking.seats.filter(released_at=None).count()
        left = seating.free_for_newcomers(session, now=now)
        if len(party) > left or held + len(party) > groups.MOST_SEATS_AT_ONCE:
            raise NotEnoughSeatsError(left=min(left, groups.MOST_SEATS_AT_ONCE - held))
        transitions.add(booking, party, guardian=guardian)
        letters.tell(booking, letters.CHANGED, once=f"added-{booking.seats.count()}")
    return booking


def rename_seat(*, token: str, seat_id: int, name: str) -> None:
    """Say who comes in a seat. Raises Booking.DoesNotExist, Seat.DoesNotExist."""
    with transaction.atomic(durable=True):
        booking, _payments = _locked(token)
        seat = booking.seats.get(pk=seat_id)
        seat.name = name
        seat.save(update_fields=["name"])


def say_coming(*, token: str, now: datetime | None = None) -> Booking:
    """Note that the household comes; said twice, the first time counts. Raises Booking.DoesNotExist."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        booking, _payments = _locked(token)
        if booking.is_confirmed and booking.coming_at is None:
            booking.coming_at = now
            booking.save(update_fields=["coming_at"])
    return booking


def call_off_booking(*, booking_id: int, now: datetime | None = None) -> None:
    """Its session was called off: the seats go, all that was paid is paid back, people are told. Once.

    Raises ProviderUnreachableError: the booking then waits for the next round.
    """
    now = now or timezone.now()
    release_unpaid(booking_id=booking_id)
    with transaction.atomic(durable=True):
        booking, payments = _locked(
            Booking.objects.values_list("token", flat=True).get(pk=booking_id)
        )
        if booking.session.is_cancelled and booking.is_confirmed:
            transitions.call_off(booking, payments=payments, now=now)


def release_unpaid(*, booking_id: int) -> None:
    """Give up the open payment of held seats, at the provider first; its handler frees them.

    Raises ProviderUnreachableError: the row then waits for the next round. Its seats are free all the
    same from the hour its hold ended.
    """
    for payment_id in paying.open_attempts(booking_id=booking_id):
        abandon_payment(payment_id=payment_id)


def _locked(token: str) -> tuple[Booking, list[Payment]]:
    """A booking and what was paid for it, locked in the order of the house: payments, session, booking."""
    known = Booking.objects.values("pk", "lead", "session").get(token=token)
    payments = paying.lock_payments(booking_id=known["lead"] or known["pk"])
    session = lock_session(known["session"])
    booking = Booking.objects.select_for_update().get(pk=known["pk"])
    booking.session = session
    return booking, payments


def _check_not_started(session: Session, *, now: datetime) -> None:
    if not groups.is_open(cancelled=session.is_cancelled, starts_at=session.starts_at, at=now):
        raise SessionClosedError
