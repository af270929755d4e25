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


class Corner(models.Model):
    """A part of a plot that its household proposes to share with one that waits."""

    class State(models.TextChoices):
        OPEN = "open", _("proposé")
        SHARED = "shared", _("partagé")
        WITHDRAWN = "withdrawn", _("retiré")

    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("attribution"), on_delete=models.CASCADE, related_name="corners"
    )
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
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
        return reverse("gardens:corner", args=[self.token])


class Match(models.Model):
    """A corner and a household that waits, brought together with reasons; it takes the yes of both."""

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


class SharingAgreement(models.Model):
    """What two households agreed on: who has what, who does what, until when they try."""

    match = models.OneToOneField(
        Match, verbose_name=_("rapprochement"), on_delete=models.PROTECT, related_name="agreement"
    )
    host = models.ForeignKey(
        Tenancy, verbose_name=_("accueille"), on_delete=models.PROTECT, related_name="+"
    )
    guest = models.ForeignKey(
        Tenancy, verbose_name=_("accueilli"), on_delete=models.PROTECT, related_name="+"
    )
    shares = models.TextField(_("qui cultive quoi"), max_length=1000)
    duties = models.TextField(_("qui fait quoi"), max_length=1000, blank=True)
    trial_until = models.DateField(_("à l’essai jusqu’au"))
    written_at = models.DateTimeField(_("écrit le"))

    class Meta:
        verbose_name = _("accord de partage")
        verbose_name_plural = _("accords de partage")
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"{self.host.household} & {self.guest.household}"
