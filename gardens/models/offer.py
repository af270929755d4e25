from datetime import datetime
from functools import partial
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gardens.models.garden import Plot
from gardens.models.request import PlotRequest
from gardens.models.tenancy import Tenancy


class PlotOfferQuerySet(models.QuerySet["PlotOffer"]):
    def alive(self, *, at: datetime) -> "PlotOfferQuerySet":
        """Those still to answer: an expired one is dead, even if no sweeper ran yet."""
        return self.filter(state=PlotOffer.State.PENDING, expires_at__gt=at)

    def overdue(self, *, at: datetime) -> "PlotOfferQuerySet":
        """Those whose delay has passed, which nobody wrote down yet."""
        return self.filter(state=PlotOffer.State.PENDING, expires_at__lte=at)


class PlotOffer(models.Model):
    """A part of a plot, held for a household until a date: the token in its mail is the key to it."""

    class State(models.TextChoices):
        PENDING = "pending", _("en attente de réponse")
        ACCEPTED = "accepted", _("acceptée")
        DECLINED = "declined", _("déclinée")
        EXPIRED = "expired", _("sans réponse")
        REVOKED = "revoked", _("reprise")

    request = models.ForeignKey(
        PlotRequest, verbose_name=_("demande"), on_delete=models.CASCADE, related_name="offers"
    )
    plot = models.ForeignKey(
        Plot, verbose_name=_("parcelle"), on_delete=models.CASCADE, related_name="offers"
    )
    part = models.PositiveSmallIntegerField(_("part"), default=1)
    starts_on = models.DateField(_("premier jour"))
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.PENDING)
    offered_at = models.DateTimeField(_("proposée le"))
    expires_at = models.DateTimeField(_("réponse attendue avant le"))
    answered_at = models.DateTimeField(_("répondue le"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("décidée par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    rank = models.PositiveIntegerField(_("rang à ce moment"))
    tenancy = models.OneToOneField(
        Tenancy,
        verbose_name=_("attribution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="offer",
    )
    reason = models.CharField(_("raison du choix"), max_length=400, blank=True)

    taken_back_because = models.CharField(_("raison de la reprise"), max_length=400, blank=True)

    objects = PlotOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposition de parcelle")
        verbose_name_plural = _("propositions de parcelle")
        ordering = ["-offered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plot", "part"], condition=Q(state="pending"), name="offer_one_per_part"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="pending"), name="offer_one_per_request"
            ),
            models.CheckConstraint(
                condition=Q(state="pending", answered_at=None)
                | (~Q(state="pending") & Q(answered_at__isnull=False)),
                name="offer_answered_has_its_date",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("offered_at")), name="offer_leaves_time_to_answer"
            ),
            models.CheckConstraint(condition=Q(part__gte=1), name="offer_parts_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.plot} → {self.request.name}"

    def get_absolute_url(self) -> str:
        return reverse("gardens:offer", args=[self.token])

    def is_alive(self, *, at: datetime) -> bool:
        return self.state == self.State.PENDING and at < self.expires_at
