"""Reads for screens."""

from datetime import datetime

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from commons.calendars.patterns import a_week_later
from commons.payments.models import Payment
from workshops import paying
from workshops.models import Booking, Seat, Session, WaitingEntry, WorkshopPage

SEARCHED_WEEKS = 9


def next_sessions(*, at: datetime, limit: int) -> list[Session]:
    """The nearest sessions with their seats, for the home page."""
    return list(Session.objects.upcoming(at=at).for_screens(at=at)[:limit])


def sessions_of(workshop_id: int, *, at: datetime) -> list[Session]:
    """A workshop's coming sessions with their seats."""
    return list(Session.objects.upcoming(at=at).filter(workshop_id=workshop_id).for_screens(at=at))


def other_sessions(session: Session, *, at: datetime) -> list[Session]:
    """The same workshop on other dates with seats left: what to say when this one is full."""
    return [
        other
        for other in sessions_of(session.workshop_id, at=at)
        if other.pk != session.pk and other.seats_left
    ]


def story_of(workshop_id: int, *, language: str) -> WorkshopPage | None:
    """The page that tells a workshop in a language, when it is published."""
    pages = WorkshopPage.objects.live().filter(locale__language_code=language)
    story: WorkshopPage | None = pages.filter(workshop=workshop_id).first()
    return story


def booking_by_token(token: str) -> Booking | None:
    """The booking a mail's link speaks of, with all its page shows."""
    return (
        Booking.objects.select_related("session__workshop", "session__place")
        .prefetch_related("seats")
        .filter(token=token)
        .first()
    )


def sessions_of_booking(booking: Booking) -> list[Session]:
    """Its session, or all those of the cycle booked with it, in the order of the clock."""
    mine = Session.objects.filter(bookings=booking) | Session.objects.filter(bookings__lead=booking)
    return list(mine.distinct().select_related("workshop", "place").order_by("starts_at", "pk"))


def seats_of(booking: Booking) -> list[Seat]:
    """The seats of a booking that were not given back."""
    return list(booking.seats.filter(released_at=None).select_related("booking"))


def reachable_bookings(session: Session) -> QuerySet[Booking]:
    """The firm bookings of a session that have an address."""
    firm = session.bookings.filter(state=Booking.State.CONFIRMED)
    return firm.exclude(email="").order_by("pk")


def rank_of(entry: WaitingEntry) -> int:
    """Which one an entry is in its list: 1 is next."""
    ahead = WaitingEntry.objects.filter(
        session=entry.session_id, state__in=WaitingEntry.IN_LIST, ordinal__lt=entry.ordinal
    )
    return ahead.count() + 1


def free_week_after(session: Session) -> int:
    """In how many weeks the same workshop has no session yet on this weekday: where a twin could go."""
    later = Session.objects.filter(
        workshop=session.workshop_id,
        state=Session.State.PLANNED,
        starts_at__gt=session.starts_at,
        starts_at__lt=a_week_later(session.starts_at, weeks=SEARCHED_WEEKS),
    )
    taken = {timezone.localdate(moment) for moment in later.values_list("starts_at", flat=True)}
    weeks = range(1, SEARCHED_WEEKS)
    days = {n: timezone.localdate(a_week_later(session.starts_at, weeks=n)) for n in weeks}
    return next((n for n, day in days.items() if day not in taken), SEARCHED_WEEKS)


def called_off_at_what_cost(session: Session) -> tuple[int, int]:
    """How many households would be told that a session is called off, and how many cents they get back."""
    firm = session.bookings.filter(state=Booking.State.CONFIRMED)
    paid = Payment.objects.filter(kind=paying.KIND, state=Payment.State.SUCCEEDED)
    seats = Seat.objects.filter(booking__in=firm, released_at=None).annotate(
        payer=Coalesce("booking__lead", "booking")
    )
    back = seats.filter(payer__in=paid.values("subject_id")).aggregate(cents=Sum("price_cents"))
    return firm.count(), back["cents"] or 0
