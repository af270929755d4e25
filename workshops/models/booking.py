from functools import partial
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workshops.models.session import Session


class Booking(models.Model):
    """One household's seats in a session. No account is needed: the token in the mail is the key to it."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmée")
        CANCELLED = "cancelled", _("annulée")

    session = models.ForeignKey(
        Session, verbose_name=_("séance"), on_delete=models.PROTECT, related_name="bookings"
    )
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    form_key = models.UUIDField(
        help_text="Made with the form: a double click sends the same one twice."
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personne"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="bookings",
    )
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("adresse e-mail"))
    language = models.CharField(max_length=5, default="fr")
    state = models.CharField(
        _("état"), max_length=10, choices=State.choices, default=State.CONFIRMED
    )
    created_at = models.DateTimeField(_("réservée le"), auto_now_add=True)

    class Meta:
        verbose_name = _("inscription")
        verbose_name_plural = _("inscriptions")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["session", "form_key"], name="booking_once_per_form")
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:booking", args=[self.token])


class Seat(models.Model):
    """One person's place in a session. A seat given back keeps its row, with the moment it was released."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField(_("numéro"))
    released_at = models.DateTimeField(_("rendue le"), null=True, blank=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["booking", "number"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "number"], name="seat_once_per_booking")
        ]
        indexes = [
            models.Index(
                fields=["booking"], condition=models.Q(released_at=None), name="seat_taken"
            )
        ]

    def __str__(self) -> str:
        return f"{self.booking} · {self.number}"
