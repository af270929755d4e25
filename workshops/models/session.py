from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.places.models import Place
from workshops.models.workshop import Workshop
from workshops.rules import LARGEST_GROUP


class SessionQuerySet(models.QuerySet["Session"]):
    def upcoming(self, *, at: datetime) -> "SessionQuerySet":
        """Planned sessions that have not started yet, the nearest first."""
        return self.filter(state=Session.State.PLANNED, starts_at__gt=at).order_by(
            "starts_at", "pk"
        )

    def with_seats_taken(self) -> "SessionQuerySet":
        """Adds ``seats_taken``, counted from the seats themselves: there is no counter to go wrong."""
        return self.annotate(
            seats_taken=Count("bookings__seats", filter=Q(bookings__seats__released_at=None))
        )

    def for_screens(self) -> "SessionQuerySet":
        """With what a list shows: workshop, place, and seats taken, in one query."""
        return self.select_related("workshop", "place").with_seats_taken()


class Session(models.Model):
    """One date of a workshop, with its capacity."""

    class State(models.TextChoices):
        PLANNED = "planned", _("prévue")
        CANCELLED = "cancelled", _("annulée")

    workshop = models.ForeignKey(
        Workshop, verbose_name=_("atelier"), on_delete=models.PROTECT, related_name="sessions"
    )
    place = models.ForeignKey(
        Place, verbose_name=_("lieu"), on_delete=models.PROTECT, related_name="sessions"
    )
    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"))
    capacity = models.PositiveSmallIntegerField(
        _("places"), validators=[MinValueValidator(1), MaxValueValidator(LARGEST_GROUP)]
    )
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.PLANNED)

    objects = SessionQuerySet.as_manager()
    seats_taken: int  # only after with_seats_taken()

    class Meta:
        verbose_name = _("séance")
        verbose_name_plural = _("séances")
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["state", "starts_at"], name="session_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message=_("La fin doit venir après le début."),
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1, capacity__lte=LARGEST_GROUP),
                name="session_stays_under_fifteen",
            ),
            models.UniqueConstraint(
                fields=["workshop", "starts_at", "place"], name="session_once_at_a_time_and_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workshop} · {timezone.localtime(self.starts_at):%d/%m/%Y %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:session", args=[self.pk])

    def clean(self) -> None:
        """What the desk's form refuses: more than the place holds, fewer than the seats promised."""
        capacity: int | None = self.capacity
        if capacity is None:
            return
        limit = self.place.seats_limit if self.place_id else None
        if limit and capacity > limit:
            raise ValidationError(
                {
                    "capacity": _("%(place)s accueille %(limit)d personnes au plus.")
                    % {"place": self.place, "limit": limit}
                }
            )
        if self.pk and capacity < self.count_seats_taken():
            raise ValidationError(
                {"capacity": _("Des places sont déjà réservées : on ne les reprend pas.")}
            )

    def count_seats_taken(self) -> int:
        """Seats held now, by a query of its own; lists use ``with_seats_taken``."""
        return self.bookings.filter(seats__released_at=None).aggregate(n=Count("seats"))["n"]

    @property
    def seats_left(self) -> int:
        """Free seats, on a session read with ``with_seats_taken``; never below zero."""
        return max(0, self.capacity - self.seats_taken)
