"""How much between two dates, for the page of effects. Numbers only: who they are is never kept for them.

A household is known by its own row, or else by its e-mail, as long as its bookings keep their names: a year.
What is counted "for the first time" is so for as far back as that.
"""

from collections import defaultdict
from datetime import date
from itertools import combinations

from django.db.models import Q, QuerySet

from workshops.models import Booking, Feedback, Seat, Session
from workshops.rules.groups import LARGEST_GROUP


def sessions_held(*, start: date, end: date) -> int:
    """Sessions that took place, the first day included and the last excluded."""
    return Session.objects.filter(
        state=Session.State.PLANNED, starts_at__date__gte=start, starts_at__date__lt=end
    ).count()


def seats_taken(*, start: date, end: date) -> int:
    """Seats kept in those sessions."""
    return _seats(start=start, end=end).count()


def seats_attended(*, start: date, end: date) -> int:
    """Seats whose person was ticked at the door."""
    return _seats(start=start, end=end).filter(attendance=Seat.Attendance.CAME).count()


def seats_left_empty(*, start: date, end: date) -> int:
    """Seats kept for somebody who did not come."""
    return _seats(start=start, end=end).filter(attendance=Seat.Attendance.ABSENT).count()


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


def households_new(*, start: date, end: date) -> int:
    """Households ticked at the door for the first time."""
    first: dict[str, date] = {}
    for day, together in _groups(until=end, small=False):
        for household in together:
            first.setdefault(household, day)
    return sum(day >= start for day in first.values())


def pairs_met(*, start: date, end: date) -> int:
    """Pairs of households that shared a small session for the first time, ticked at the door both."""
    known: set[tuple[str, str]] = set()
    met = 0
    for day, together in _groups(until=end, small=True):
        pairs = set(combinations(sorted(together), 2)) - known
        known |= pairs
        met += len(pairs) if day >= start else 0
    return met


def answers_given(*, start: date, end: date) -> int:
    """Answers to the three questions after those sessions."""
    return _answers(start=start, end=end).count()


def answers_met_someone(*, start: date, end: date) -> int:
    """Answers that say: I talked with someone I did not know."""
    return _answers(start=start, end=end).filter(met_someone=True).count()


def _seats(*, start: date, end: date) -> QuerySet[Seat]:
    return Seat.objects.kept().filter(
        booking__session__state=Session.State.PLANNED,
        booking__session__starts_at__date__gte=start,
        booking__session__starts_at__date__lt=end,
    )


def _answers(*, start: date, end: date) -> QuerySet[Feedback]:
    return Feedback.objects.filter(
        session__starts_at__date__gte=start, session__starts_at__date__lt=end
    )


def _groups(*, until: date, small: bool) -> list[tuple[date, set[str]]]:
    """Who was together, session after session: its day, and the households that came."""
    came = Seat.objects.kept().filter(
        attendance=Seat.Attendance.CAME,
        booking__session__state=Session.State.PLANNED,
        booking__session__starts_at__date__lt=until,
    )
    if small:
        came = came.filter(booking__session__capacity__lte=LARGEST_GROUP)
    came = came.exclude(Q(booking__email="") & Q(booking__person__household=None))
    rows = came.order_by("booking__session__starts_at", "booking__session").values_list(
        "booking__session",
        "booking__session__starts_at__date",
        "booking__person__household",
        "booking__email",
    )
    groups: dict[tuple[int, date], set[str]] = defaultdict(set)
    for session, day, household, email in rows.distinct():
        groups[session, day].add(str(household or email.lower()))
    return [(day, together) for (_session, day), together in groups.items()]
