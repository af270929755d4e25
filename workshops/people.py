"""Who is in a session, as the desk, the door and the files show it: never what anybody paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.db.models import OuterRef, Prefetch, Q, Subquery

from workshops.models import (
    Answer,
    Booking,
    LogLine,
    Offer,
    Seat,
    SeatQuerySet,
    Session,
    WaitingEntry,
)


def seats_in(session: Session) -> list[Seat]:
    """The firm seats, by the name of who booked them, with their booking and what it answered."""
    return list(_seats_of(session, Seat.objects.kept()))


def firm_and_held(session: Session, *, at: datetime) -> tuple[list[Seat], list[Booking]]:
    """``seats_in``, and the bookings whose seats are held while they are paid: read together."""
    live = Seat.objects.kept() | Seat.objects.being_paid(at=at)
    firm, held = [], {}
    for seat in _seats_of(session, live):
        if seat.booking.is_confirmed:
            firm.append(seat)
        else:
            held[seat.booking_id] = seat.booking
    return firm, sorted(held.values(), key=attrgetter("expires_at"))


def _seats_of(session: Session, seats: SeatQuerySet) -> SeatQuerySet:
    answers = Prefetch("booking__answers", Answer.objects.select_related("question"))
    return (
        seats.filter(booking__session=session)
        .select_related("booking")
        .prefetch_related(answers)
        .order_by("booking__name", "booking", "number")
    )


@dataclass(frozen=True, kw_only=True)
class Held:
    """Seats held for somebody who waits, here or in the list of the session this one doubles."""

    entry: WaitingEntry
    expires_at: datetime


def waiting_and_offered(session: Session, *, at: datetime) -> tuple[list[WaitingEntry], list[Held]]:
    """Those in the list, in their turn, and what this session holds for anybody: read together."""
    offers = Offer.objects.holding(at=at).filter(session=session, entry=OuterRef("pk"))
    entries = (
        WaitingEntry.objects.annotate(held_until=Subquery(offers.values("expires_at")))
        .filter(Q(session=session, state__in=WaitingEntry.IN_LIST) | Q(held_until__isnull=False))
        .order_by("ordinal", "pk")
    )
    waiting: list[WaitingEntry] = []
    held: list[Held] = []
    for entry in entries:
        if entry.session_id == session.pk:
            waiting.append(entry)
        if entry.held_until:
            held.append(Held(entry=entry, expires_at=entry.held_until))
    return waiting, sorted(held, key=attrgetter("expires_at"))


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
