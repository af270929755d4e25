"""How much between two dates, for the page of effects."""

from datetime import date

from workshops.models import Booking, Seat, Session


def sessions_held(*, start: date, end: date) -> int:
    """Sessions that took place, the first day included and the last excluded."""
    return Session.objects.filter(
        state=Session.State.PLANNED, starts_at__date__gte=start, starts_at__date__lt=end
    ).count()


def seats_taken(*, start: date, end: date) -> int:
    """Seats kept in those sessions."""
    return Seat.objects.filter(
        released_at=None,
        booking__session__state=Session.State.PLANNED,
        booking__session__starts_at__date__gte=start,
        booking__session__starts_at__date__lt=end,
    ).count()


def households_met(*, start: date, end: date) -> int:
    """Different households (by e-mail) that kept a seat in those sessions."""
    return (
        Booking.objects.filter(
            state=Booking.State.CONFIRMED,
            session__state=Session.State.PLANNED,
            session__starts_at__date__gte=start,
            session__starts_at__date__lt=end,
        )
        .values("email")
        .distinct()
        .count()
    )
