from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workshops.models.booking import Booking, new_token
from workshops.models.session import Session


class WaitingEntry(models.Model):
    """A party that waits for a session to have room for all of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("attend")
        OFFERED = "offered", _("une place lui est proposée")
        SEATED = "seated", _("a sa place")
        LEFT = "left", _("est partie de la liste")
        LAPSED = "lapsed", _("n’a pas répondu")
        CLOSED = "closed", _("séance passée ou annulée")

    IN_LIST = (State.WAITING, State.OFFERED)

    session = models.ForeignKey(
        Session, verbose_name=_("séance"), on_delete=models.PROTECT, related_name="waiting"
    )
    token = models.CharField(max_length=43, unique=True, default=new_token)
    form_key = models.UUIDField()
    ordinal = models.PositiveIntegerField(
        help_text="Its turn: the order of arrival, unless a volunteer changed it and said why."
    )
    seats = models.PositiveSmallIntegerField(_("places"))
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("adresse e-mail"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    language = models.CharField(max_length=5, default="fr")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="waiting_entries",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(_("état"), max_length=8, choices=State.choices, default=State.WAITING)
    joined_at = models.DateTimeField(_("attend depuis le"))

    class Meta:
        verbose_name = _("attente")
        verbose_name_plural = _("liste d’attente")
        ordering = ["session", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["session", "form_key"], name="waiting_once_per_form"),
            models.UniqueConstraint(
                fields=["session", "ordinal"],
                name="waiting_one_per_turn",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="waiting_for_a_seat_at_least"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:waiting", args=[self.token])


class OfferQuerySet(models.QuerySet["Offer"]):
    def holding(self, *, at: datetime) -> "OfferQuerySet":
        """Offers that hold their seats: pending, and not yet expired, sweeper or not."""
        return self.filter(state=Offer.State.PENDING, expires_at__gt=at)


class Offer(models.Model):
    """Seats held for a waiting party until an hour, in the session it waits for or in its twin."""

    class State(models.TextChoices):
        PENDING = "pending", _("en attente de réponse")
        CLAIMED = "claimed", _("acceptée")
        DECLINED = "declined", _("refusée")
        EXPIRED = "expired", _("sans réponse")
        REVOKED = "revoked", _("retirée")

    entry = models.ForeignKey(WaitingEntry, on_delete=models.CASCADE, related_name="offers")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="offers")
    token = models.CharField(max_length=43, unique=True, default=new_token)
    state = models.CharField(_("état"), max_length=8, choices=State.choices, default=State.PENDING)
    made_at = models.DateTimeField(_("proposée le"))
    expires_at = models.DateTimeField(_("jusqu’à"))
    booking = models.OneToOneField(
        Booking, null=True, blank=True, on_delete=models.PROTECT, related_name="offer"
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposition")
        verbose_name_plural = _("propositions")
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(state="pending"), name="offer_one_pending_per_entry"
            ),
            models.CheckConstraint(
                condition=Q(state="claimed", booking__isnull=False)
                | (~Q(state="claimed") & Q(booking__isnull=True)),
                name="offer_claimed_has_its_booking",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("made_at")), name="offer_lasts"
            ),
        ]
        indexes = [
            models.Index(fields=["expires_at"], condition=Q(state="pending"), name="offer_pending")
        ]

    def __str__(self) -> str:
        return f"{self.entry} → {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:offer", args=[self.token])

    def is_alive(self, *, at: datetime) -> bool:
        """Still to be taken: an expired one is dead even if no sweeper came by."""
        return self.state == self.State.PENDING and at < self.expires_at
