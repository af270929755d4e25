from datetime import datetime
from functools import partial
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workshops.models.asked import Question
from workshops.models.session import Session

new_token = partial(token_urlsafe, 24)


class Booking(models.Model):
    """One household's seats in a session. No account is needed: the token in the mail is the key to it.

    A whole cycle is one booking per session; all but the first point to it by ``lead``, which is the one
    that is paid.
    """

    class State(models.TextChoices):
        HELD = "held", _("à payer")
        CONFIRMED = "confirmed", _("confirmée")
        CANCELLED = "cancelled", _("annulée")
        EXPIRED = "expired", _("non payée")

    class Origin(models.TextChoices):
        """The one reason why its seats exist."""

        ONLINE = "online", _("réservée en ligne")
        WAITING_LIST = "waiting-list", _("venue de la liste d’attente")
        VOLUNTEER = "volunteer", _("faite par un·e bénévole")
        DOOR = "door", _("prise à la porte")

    session = models.ForeignKey(
        Session, verbose_name=_("séance"), on_delete=models.PROTECT, related_name="bookings"
    )
    lead = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followers"
    )
    token = models.CharField(max_length=43, unique=True, default=new_token)
    form_key = models.UUIDField(
        help_text="Made with the form: a double click sends the same one twice."
    )
    origin = models.CharField(
        _("origine"), max_length=12, choices=Origin.choices, default=Origin.ONLINE
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personne"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="bookings",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("faite par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("adresse e-mail"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    guardian = models.CharField(
        _("responsable légal·e"),
        max_length=120,
        blank=True,
        help_text="Who answers for the participants under 18.",
    )
    access_needs = models.CharField(_("pour l’accueillir"), max_length=300, blank=True)
    language = models.CharField(max_length=5, default="fr")
    state = models.CharField(
        _("état"), max_length=10, choices=State.choices, default=State.CONFIRMED
    )
    expires_at = models.DateTimeField(
        null=True, blank=True, help_text="While it is being paid: until when its seats are held."
    )
    coming_at = models.DateTimeField(_("a dit « je viens » le"), null=True, blank=True)
    created_at = models.DateTimeField(_("réservée le"), auto_now_add=True)

    class Meta:
        verbose_name = _("inscription")
        verbose_name_plural = _("inscriptions")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["session", "form_key"], name="booking_once_per_form"),
            models.CheckConstraint(
                condition=Q(state="held", expires_at__isnull=False)
                | (~Q(state="held") & Q(expires_at__isnull=True)),
                name="booking_held_has_its_hour",
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"], condition=Q(state="held"), name="booking_being_paid"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:booking", args=[self.token])

    @property
    def number(self) -> str:
        """What a person can say at the door, beside their name: "204"."""
        return str(self.pk)

    @property
    def is_confirmed(self) -> bool:
        return self.state == self.State.CONFIRMED


class SeatQuerySet(models.QuerySet["Seat"]):
    def held(self, *, at: datetime) -> "SeatQuerySet":
        """Seats that take room: not given back, not known absent, confirmed or still being paid."""
        return (
            self.filter(released_at=None)
            .exclude(attendance=Seat.Attendance.ABSENT)
            .filter(
                Q(booking__state=Booking.State.CONFIRMED)
                | Q(booking__state=Booking.State.HELD, booking__expires_at__gt=at)
            )
        )

    def being_paid(self, *, at: datetime) -> "SeatQuerySet":
        """Seats held while somebody pays, hence not sure yet."""
        held = Q(booking__state=Booking.State.HELD, booking__expires_at__gt=at)
        return self.filter(held, released_at=None)

    def kept(self) -> "SeatQuerySet":
        """Seats of confirmed bookings, not given back, whoever came."""
        return self.filter(released_at=None, booking__state=Booking.State.CONFIRMED)


class Seat(models.Model):
    """One person's place in a session, with its own price and terms.

    A seat given back keeps its row, with the moment it was released.
    """

    class Attendance(models.TextChoices):
        UNKNOWN = "", _("pas pointé·e")
        CAME = "came", _("là")
        ABSENT = "absent", _("pas là")

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField(_("numéro"))
    name = models.CharField(_("prénom et nom"), max_length=120, blank=True)
    under_18 = models.BooleanField(_("moins de 18 ans"), default=False)
    price_cents = models.PositiveIntegerField(_("prix (centimes)"), default=0)
    refunded_until = models.DateTimeField(
        null=True, blank=True, help_text="Given back before, it is paid back."
    )
    attendance = models.CharField(
        _("présence"), max_length=6, choices=Attendance.choices, blank=True
    )
    released_at = models.DateTimeField(_("rendue le"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

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

    @property
    def who(self) -> str:
        """The participant's name; the booker is participant 1 when nobody else was named."""
        if self.name:
            return self.name
        return self.booking.name if self.number == 1 else f"{self.booking.name} + {self.number - 1}"


class Answer(models.Model):
    """What a booking answered to a workshop's question; erased two days after the session."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("réponse")
        verbose_name_plural = _("réponses")
        ordering = ["question"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "question"], name="answer_once_per_question")
        ]

    def __str__(self) -> str:
        return self.text
