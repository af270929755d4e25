from datetime import datetime
from enum import StrEnum
from functools import partial
from secrets import token_urlsafe

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gardens.models.request import PlotRequest
from gardens.models.tenancy import Tenancy
from gardens.rules.gardening import Experience, Generation, Hours


class Side(StrEnum):
    """Of two households that share: who held the plot, and who joins."""

    HOST = "host"
    GUEST = "guest"

    @property
    def other(self) -> "Side":
        return Side.GUEST if self == Side.HOST else Side.HOST


class Corner(models.Model):
    """A part of a plot that its household proposes to share with one that waits.

    ``shares`` and ``duties`` are read by whoever is proposed it: once both say yes, they are the agreement.
    """

    class State(models.TextChoices):
        OPEN = "open", _("proposé")
        SHARED = "shared", _("partagé")
        WITHDRAWN = "withdrawn", _("retiré")

    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("attribution"), on_delete=models.CASCADE, related_name="corners"
    )
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.OPEN)
    surface_m2 = models.PositiveSmallIntegerField(
        _("surface (m²)"), validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    hours = ArrayField(
        models.CharField(max_length=16, choices=Hours.choices),
        verbose_name=_("quand nous jardinons"),
        default=list,
        blank=True,
    )
    experience = models.CharField(
        _("expérience"), max_length=12, choices=Experience.choices, blank=True
    )
    generation = models.CharField(
        _("génération"), max_length=8, choices=Generation.choices, blank=True
    )
    mixes_generations = models.BooleanField(_("souhaite mêler les générations"), default=False)
    shares = models.TextField(_("qui cultive quoi"), max_length=1000)
    duties = models.TextField(_("qui fait quoi"), max_length=1000, blank=True)
    words = models.TextField(_("quelques mots"), max_length=600, blank=True)
    opened_at = models.DateTimeField(_("proposé le"))
    closed_at = models.DateTimeField(_("clos le"), null=True, blank=True)

    class Meta:
        verbose_name = _("coin à partager")
        verbose_name_plural = _("coins à partager")
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenancy"], condition=Q(state="open"), name="corner_one_open_per_tenancy"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | (~Q(state="open") & Q(closed_at__isnull=False)),
                name="corner_closed_has_its_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenancy.plot} · {self.surface_m2} m²"

    def get_absolute_url(self) -> str:
        return reverse("gardens:corner", args=[self.tenancy.token])


class MatchQuerySet(models.QuerySet["Match"]):
    def alive(self, *, at: datetime) -> "MatchQuerySet":
        """Those still to answer: an expired one is dead, even if no sweeper ran yet."""
        return self.filter(state=Match.State.PROPOSED, expires_at__gt=at)

    def overdue(self, *, at: datetime) -> "MatchQuerySet":
        """Those whose delay has passed, which nobody wrote down yet."""
        return self.filter(state=Match.State.PROPOSED, expires_at__lte=at)


class Match(models.Model):
    """A corner and a household that waits, brought together with reasons; it takes the yes of both.

    Each of the two has a link of its own. What a household that declines says stays with the committee.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposé aux deux")
        AGREED = "agreed", _("accepté par les deux")
        DECLINED = "declined", _("décliné")
        EXPIRED = "expired", _("sans réponse")
        REVOKED = "revoked", _("repris")

    corner = models.ForeignKey(
        Corner, verbose_name=_("coin"), on_delete=models.CASCADE, related_name="matches"
    )
    request = models.ForeignKey(
        PlotRequest, verbose_name=_("demande"), on_delete=models.CASCADE, related_name="matches"
    )
    state = models.CharField(
        _("état"), max_length=10, choices=State.choices, default=State.PROPOSED
    )
    host_token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    guest_token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    reasons = ArrayField(models.CharField(max_length=16), verbose_name=_("raisons"), default=list)
    rank = models.PositiveIntegerField(_("rang à ce moment"))
    proposed_at = models.DateTimeField(_("proposé le"))
    expires_at = models.DateTimeField(_("réponse attendue avant le"))
    host_yes_at = models.DateTimeField(_("oui du foyer qui accueille"), null=True, blank=True)
    guest_yes_at = models.DateTimeField(_("oui du foyer accueilli"), null=True, blank=True)
    closed_at = models.DateTimeField(_("clos le"), null=True, blank=True)
    declined_by_host = models.BooleanField(_("décliné par qui accueille"), default=False)
    decline_words = models.TextField(_("mot de qui décline"), max_length=600, blank=True)
    taken_back_because = models.CharField(_("raison de la reprise"), max_length=400, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("rapprochement")
        verbose_name_plural = _("rapprochements")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["corner"], condition=Q(state="proposed"), name="match_one_per_corner"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="proposed"), name="match_one_per_request"
            ),
            models.UniqueConstraint(fields=["corner", "request"], name="match_never_twice"),
            models.CheckConstraint(
                condition=~Q(state="agreed")
                | Q(host_yes_at__isnull=False, guest_yes_at__isnull=False),
                name="match_agreed_by_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.corner} · {self.request.name}"

    def is_alive(self, *, at: datetime) -> bool:
        return self.state == self.State.PROPOSED and at < self.expires_at

    def url_for(self, side: Side) -> str:
        """The page of one of the two."""
        token = self.host_token if side == Side.HOST else self.guest_token
        return reverse("gardens:match", args=[token])

    def said_yes(self, side: Side) -> datetime | None:
        return self.host_yes_at if side == Side.HOST else self.guest_yes_at
