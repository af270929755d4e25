"""What a card payment completes: called under the payment's lock and in its transaction."""

from django.utils import timezone

from commons.payments.handlers import Handler
from commons.payments.models import Payment
from workshops import letters, paying, seating, transitions
from workshops.locks import lock_sessions
from workshops.models import Booking, Session
from workshops.rules import groups


class BookingCompletion(Handler):
    """Brings a booking, and the rest of its cycle, to where its payment stands."""

    def paid(self, payment: Payment) -> None:
        """Confirm the seats; those that can't be kept any more are paid back, all of them."""
        now = timezone.now()
        bookings = _locked(payment.subject_id)
        if all(_still_fits(booking) for booking in bookings):
            for booking in bookings:
                booking.seats.update(released_at=None)
            transitions.confirm(bookings, now=now)
        else:
            paying.pay_back([payment], owed_cents=payment.amount_cents, reason="paid too late")
            if bookings[0].state == Booking.State.HELD:
                transitions.expire(bookings, now=now)
            letters.tell(bookings[0], letters.PAID_TOO_LATE)

    def cancelled(self, payment: Payment) -> None:
        """Without money the seats go to others."""
        bookings = _locked(payment.subject_id)
        if bookings[0].state == Booking.State.HELD:
            transitions.expire(bookings, now=timezone.now())


def _locked(booking_id: int) -> list[Booking]:
    """A booking and the rest of its cycle, their sessions locked in id order, the first one first."""
    rows = Booking.objects.filter(pk=booking_id) | Booking.objects.filter(lead=booking_id)
    known = rows.values_list("session", "session__twin_of")
    sessions = lock_sessions(pk for pair in known for pk in pair if pk)
    bookings = list(
        Booking.objects.select_for_update().filter(pk__in=rows.values("pk")).order_by("pk")
    )
    for booking in bookings:
        booking.session = sessions[booking.session_id]
    return bookings


def _still_fits(booking: Booking) -> bool:
    """Held seats are there; those whose hold has passed, only if nobody took them meanwhile."""
    now = timezone.now()
    session: Session = booking.session
    if not groups.is_open(cancelled=session.is_cancelled, starts_at=session.starts_at, at=now):
        return False
    if booking.state == Booking.State.HELD and booking.expires_at and now < booking.expires_at:
        return True
    if booking.state not in (Booking.State.HELD, Booking.State.EXPIRED):
        return False
    return booking.seats.count() <= seating.free_for_newcomers(session, now=now)
