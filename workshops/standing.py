"""Where a booking, a turn in a list and an offer stand: what their pages read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Sum

from commons.payments.models import Payment
from workshops import paying, seating
from workshops.models import Booking, Cycle, LogLine, Offer, Seat, Session, WaitingEntry
from workshops.rules import groups, prices


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """What giving some seats back means now."""

    seats: Sequence[Seat]
    refund_cents: int
    lost_cents: int
    refunded_until: datetime | None


def leaving(booking: Booking, seats: Sequence[Seat], *, at: datetime) -> Leaving:
    """What is paid back when these seats are given back; nothing is said of money never taken online."""
    paid = [seat for seat in seats if seat.price_cents and booking.session.workshop.is_paid_online]
    back = [seat for seat in paid if prices.is_refunded(until=seat.refunded_until, at=at)]
    refund_cents = sum(seat.price_cents for seat in back)
    return Leaving(
        seats=seats,
        refund_cents=refund_cents,
        lost_cents=sum(seat.price_cents for seat in paid) - refund_cents,
        refunded_until=max((s.refunded_until for s in back if s.refunded_until), default=None),
    )


def is_open(session: Session, *, at: datetime) -> bool:
    """Whether seats of a session may still be booked, and given back."""
    return groups.is_open(cancelled=session.is_cancelled, starts_at=session.starts_at, at=at)


def seats_to_add(booking: Booking, *, at: datetime) -> int:
    """How many more seats a firm booking may take; where seats are paid online, one books anew."""
    session = booking.session
    may_add = booking.is_confirmed and not session.workshop.is_paid_online
    if not may_add or not is_open(session, at=at):
        return 0
    held = sum(1 for seat in booking.seats.all() if seat.released_at is None)
    return max(
        0,
        min(seating.free_for_newcomers(session, now=at), groups.MOST_SEATS_AT_ONCE - held),
    )


def rest_of_cycle(booking: Booking) -> list[Booking]:
    """The other bookings made with this one, for the rest of its cycle, in the order of the clock."""
    lead = booking.lead_id or booking.pk
    together = Booking.objects.filter(pk=lead) | Booking.objects.filter(lead=lead)
    others = together.exclude(pk=booking.pk).select_related("session__workshop", "session__place")
    return list(others.order_by("session__starts_at"))


def open_attempt(booking: Booking) -> int | None:
    """The payment that a held booking waits for, by id."""
    return next(iter(paying.open_attempts(booking_id=booking.pk)), None)


def was_paid_too_late(booking: Booking) -> bool:
    """Money came once the seats had gone to others; it is paid back."""
    paid = Payment.objects.filter(
        kind=paying.KIND, subject_id=booking.lead_id or booking.pk, state=Payment.State.SUCCEEDED
    )
    return booking.state == Booking.State.EXPIRED and paid.exists()


def entry_by_token(token: str) -> WaitingEntry | None:
    rows = WaitingEntry.objects.select_related("session__workshop", "session__place")
    found: WaitingEntry | None = rows.filter(token=token).first()
    return found


def offer_by_token(token: str) -> Offer | None:
    rows = Offer.objects.select_related(
        "entry__session__workshop", "session__workshop", "session__place", "booking"
    )
    found: Offer | None = rows.filter(token=token).first()
    return found


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """Who comes before an entry in its list."""

    households: int
    seats: int


def ahead_of(entry: WaitingEntry) -> Ahead:
    before = WaitingEntry.objects.filter(
        session=entry.session_id, state__in=WaitingEntry.IN_LIST, ordinal__lt=entry.ordinal
    )
    found = before.aggregate(households=Count("pk"), seats=Sum("seats", default=0))
    return Ahead(**found)


def pending_offer(entry: WaitingEntry, *, at: datetime) -> Offer | None:
    """What is offered to an entry now."""
    found: Offer | None = Offer.objects.holding(at=at).filter(entry=entry).first()
    return found


def changes(session: Session, *kinds: LogLine.Kind) -> list[LogLine]:
    """The lines of a session's log of some kinds, the last first."""
    return list(session.log.filter(kind__in=kinds))


def cycle_sessions(cycle: Cycle, *, at: datetime) -> list[Session]:
    """The sessions of a cycle still to come, with their seats."""
    return list(Session.objects.upcoming(at=at).filter(cycle=cycle).for_screens(at=at))
