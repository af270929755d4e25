from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commons.cms.spoken import say_hours
from commons.places.models import Place
from workshops.models.counting import SessionQuerySet
from workshops.models.cycle import Cycle
from workshops.models.workshop import Workshop
from workshops.models.zones import ZONES
from workshops.rules.groups import LARGEST_GROUP, largest_capacity


class Session(models.Model):
    """One date of a workshop, with its capacity."""

    class State(models.TextChoices):
        PLANNED = "planned", _("prévue")
        CANCELLED = "cancelled", _("annulée")

    workshop = models.ForeignKey(
        Workshop,
        verbose_name=_("atelier"),
        on_delete=models.PROTECT,
        related_name="sessions",
        help_text=_("Ce que l’on y fait."),
    )
    cycle = models.ForeignKey(
        Cycle,
        verbose_name=_("cycle"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sessions",
    )
    twin_of = models.ForeignKey(
        "self",
        verbose_name=_("jumelle de"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="twins",
        help_text=_("La séance complète dont la liste d’attente a fait naître celle-ci."),
    )
    place = models.ForeignKey(
        Place,
        verbose_name=_("lieu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sessions",
        help_text=_("Vide pour une séance seulement en ligne."),
    )
    online_url = models.URLField(
        _("lien de la séance en ligne"),
        blank=True,
        help_text=_("Envoyé aux seules personnes inscrites, jamais montré sur le site."),
    )
    zone = models.CharField(
        _("fuseau horaire"),
        max_length=40,
        choices=ZONES,
        default="Europe/Paris",
        help_text=_("Celui du lieu où elle se tient : les agendas l’écrivent."),
    )
    starts_at = models.DateTimeField(_("début"), help_text=_("À l’heure de la halle."))
    ends_at = models.DateTimeField(_("fin"), help_text=_("À l’heure de la halle."))
    capacity = models.PositiveSmallIntegerField(
        _("places"),
        validators=[MinValueValidator(1)],
        help_text=_("Moins de quinze personnes, et pas plus que le lieu n’en accueille."),
    )
    any_size = models.BooleanField(
        default=False,
        editable=False,
        help_text="Copied from the workshop's kind, so that the database itself holds the limit.",
    )
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.PLANNED)
    sequence = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text="How often its date or place was changed: calendars and reminders go by it.",
    )
    cancelled_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()
    seats_taken: int  # only after with_seats_taken()
    seats_waited_for: int  # only after with_seats_waited_for()
    seats_being_paid: int  # only after with_seats_being_paid()

    class Meta:
        verbose_name = _("séance")
        verbose_name_plural = _("séances")
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["state", "starts_at"], name="session_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message=_("La fin doit venir après le début."),
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1) & (Q(any_size=True) | Q(capacity__lte=LARGEST_GROUP)),
                name="session_stays_under_fifteen",
                violation_error_message=_(
                    "Moins de quinze personnes, sauf pour un événement ou un conseil."
                ),
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(online_url=""),
                name="session_is_somewhere",
                violation_error_message=_("Une séance a un lieu, un lien, ou les deux."),
            ),
            models.UniqueConstraint(
                fields=["workshop", "starts_at", "place"],
                condition=Q(state="planned"),
                name="session_once_at_a_time_and_place",
                violation_error_message=_("Cette séance existe déjà, au même endroit."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workshop} · {timezone.localtime(self.starts_at):%d/%m/%Y %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:session", args=[self.pk])

    def clean(self) -> None:
        """What a form refuses: more than the place holds, fewer than the seats promised."""
        if self.workshop_id:
            self.any_size = self.workshop.any_size
        capacity: int | None = self.capacity
        if capacity is None:
            return
        place = self.place if self.place_id else None
        limit = largest_capacity(
            any_size=self.any_size, place_limit=place.seats_limit if place else None
        )
        if limit and capacity > limit:
            raise ValidationError({"capacity": _too_many(place, limit)})
        if self.pk and capacity < self.count_seats_taken():
            raise ValidationError(
                {"capacity": _("Des places sont déjà réservées : on ne les reprend pas.")}
            )

    def count_seats_taken(self, *, at: datetime | None = None) -> int:
        """Seats held now, by a query of its own; lists use ``with_seats_taken``."""
        return Session.objects.with_seats_taken(at=at).get(pk=self.pk).seats_taken

    @property
    def seats_left(self) -> int:
        """Free seats, on a session read with ``with_seats_taken``; never below zero."""
        return max(0, self.capacity - self.seats_taken)

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def is_booked_whole(self) -> bool:
        """Its seats are booked with those of its whole cycle only."""
        return self.cycle is not None and self.cycle.booked == Cycle.Booked.WHOLE

    @property
    def where(self) -> str:
        """Where to go, on one line; the link of an online session is told to those booked alone."""
        if self.place is None:
            return gettext("En ligne")
        return self.place.one_line

    @property
    def where_short(self) -> str:
        return gettext("En ligne") if self.place is None else self.place.name

    @property
    def tzinfo(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def hours_there(self) -> str:
        """Its hours on the clocks of where it is held: "10 h – 12 h"."""
        zone = self.tzinfo
        there = [moment.astimezone(zone).time() for moment in (self.starts_at, self.ends_at)]
        return say_hours(*there)

    @property
    def is_elsewhere(self) -> bool:
        """Held in another time zone than the hall's: its hours are then said in both."""
        return self.zone != settings.TIME_ZONE


def _too_many(place: Place | None, limit: int) -> str:
    if place and place.seats_limit == limit:
        return gettext("%(place)s accueille %(limit)d personnes au plus.") % {
            "place": place,
            "limit": limit,
        }
    return gettext("Moins de quinze personnes, sauf pour un événement ou un conseil.")
