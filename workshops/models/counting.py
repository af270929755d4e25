from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

if TYPE_CHECKING:
    from workshops.models.session import Session  # noqa: F401 (what the rows are)


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions with what lists show of them, counted from the rows: there is no counter to go wrong."""

    def upcoming(self, *, at: datetime) -> "SessionQuerySet":
        """Planned sessions that have not started yet, the nearest first."""
        return self.filter(state=self.model.State.PLANNED, starts_at__gt=at).order_by(
            "starts_at", "pk"
        )

    def with_seats_taken(self, *, at: datetime | None = None) -> "SessionQuerySet":
        """Adds ``seats_taken``."""
        from workshops.models.booking import Seat
        from workshops.models.waiting import Offer

        now = at or timezone.now()
        seats = _per_session(Seat.objects.held(at=now), "booking__session", Count("pk"))
        offered = _per_session(Offer.objects.holding(at=now), "session", Sum("entry__seats"))
        return self.annotate(seats_taken=seats + offered)

    def with_seats_waited_for(self) -> "SessionQuerySet":
        """Adds ``seats_waited_for``: the sum of the parties in the waiting list."""
        from workshops.models.waiting import WaitingEntry

        waiting = WaitingEntry.objects.filter(state=WaitingEntry.State.WAITING)
        return self.annotate(seats_waited_for=_per_session(waiting, "session", Sum("seats")))

    def with_seats_being_paid(self, *, at: datetime | None = None) -> "SessionQuerySet":
        """Adds ``seats_being_paid``: held while somebody pays, hence not sure yet."""
        from workshops.models.booking import Seat

        held = Seat.objects.being_paid(at=at or timezone.now())
        return self.annotate(seats_being_paid=_per_session(held, "booking__session", Count("pk")))

    def full_with_waiting(self, *, seats: int = 1) -> "SessionQuerySet":
        """Those without a free seat that so many seats are waited for; needs both counts."""
        return self.filter(Q(seats_taken__gte=F("capacity")), Q(seats_waited_for__gte=seats))

    def for_screens(self, *, at: datetime | None = None) -> "SessionQuerySet":
        """With what a list shows: workshop, place, and seats taken, in one query."""
        return self.select_related("workshop", "place").with_seats_taken(at=at)


def _per_session(rows: models.QuerySet, path: str, total: Count | Sum) -> Coalesce:
    """A total per session, by a subquery of its own: two joins would multiply each other."""
    counted = rows.filter(**{path: OuterRef("pk")}).order_by().values(path).annotate(n=total)
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)
