"""Who is in a session, as the desk, the door and the files show it: never what anybody paid."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Prefetch

from workshops.models import Answer, Booking, LogLine, Offer, Seat, Session, WaitingEntry


def seats_in(session: Session) -> list[Seat]:
    """The firm seats, by the name of who booked them, with their booking and what it answered."""
    answers = Prefetch("booking__answers", Answer.objects.select_related("question"))
    return list(
        Seat.objects.kept()
        .filter(booking__session=session)
        .select_related("booking")
        .prefetch_related(answers)
        .order_by("booking__name", "booking", "number")
    )


def being_paid(session: Session, *, at: datetime) -> list[Booking]:
    """Bookings whose seats are held while they are paid."""
    held = session.bookings.filter(state=Booking.State.HELD, expires_at__gt=at)
    return list(held.order_by("expires_at"))


def waiting_in(session: Session) -> list[WaitingEntry]:
    """Those in the list, in their turn."""
    return list(session.waiting.filter(state__in=WaitingEntry.IN_LIST).order_by("ordinal"))


def offers_out(session: Session, *, at: datetime) -> list[Offer]:
    """Seats of this session held for somebody who waits, here or in the list of the one it doubles."""
    return list(session.offers.holding(at=at).select_related("entry").order_by("expires_at"))


def log_of(session: Session) -> list[LogLine]:
    return list(session.log.select_related("by"))


def count(seats: Sequence[Seat]) -> dict[str, int]:
    """How many there are, and how many of them came, are absent, or are not known yet."""
    came = sum(seat.attendance == Seat.Attendance.CAME for seat in seats)
    absent = sum(seat.attendance == Seat.Attendance.ABSENT for seat in seats)
    return {
        "all": len(seats),
        "came": came,
        "absent": absent,
        "unknown": len(seats) - came - absent,
    }
