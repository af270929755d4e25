"""What households of a garden lend and give each other, and who has its keys."""

from functools import partial
from secrets import token_urlsafe

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens.models.duty import HOURS
from gardens.models.garden import Garden
from gardens.models.tenancy import Tenancy
from gardens.snapshots import SnapshotField

# The states of a loan in which the thing is promised or out: the words of ``Loan.State``.
STANDING = ("asked", "handed")


class Thing(models.Model):
    """A tool or seeds, to give or to lend. Without an owner it is the garden's, and needs nobody's yes."""

    class Kind(models.TextChoices):
        SEED = "seed", _("graines et plants")
        TOOL = "tool", _("outil")
        OTHER = "other", _("autre chose")

    class Way(models.TextChoices):
        LEND = "lend", _("à prêter")
        GIVE = "give", _("à donner")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="things"
    )
    owner = models.ForeignKey(
        Tenancy,
        verbose_name=_("à qui"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="things",
    )
    kind = models.CharField(_("sorte"), max_length=5, choices=Kind.choices, default=Kind.TOOL)
    way = models.CharField(_("comment"), max_length=4, choices=Way.choices, default=Way.LEND)
    name = models.CharField(_("quoi"), max_length=80)
    words = models.CharField(_("à savoir"), max_length=400, blank=True)
    picture = SnapshotField(_("photo"), upload_to="jardins", blank=True)
    quantity = models.PositiveSmallIntegerField(
        _("combien"), default=1, validators=[MinValueValidator(1)]
    )
    offered_at = models.DateTimeField(_("proposé le"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        verbose_name = _("chose à partager")
        verbose_name_plural = _("choses à partager")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=1), name="thing_is_at_least_one"),
            models.CheckConstraint(
                condition=Q(way="give") | Q(quantity=1),
                name="thing_lent_is_one",
                violation_error_message=_(
                    "Ce qui se prête compte pour un : proposez chaque outil à part."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_lent(self) -> bool:
        return self.way == self.Way.LEND

    @property
    def drawing(self) -> str:
        """The pictogram that stands for it while nobody has taken its photo."""
        return {self.Kind.SEED: "sachet", self.Kind.TOOL: "beche"}.get(
            self.Kind(self.kind), "semis"
        )


class Loan(models.Model):
    """Somebody asked for a thing: some of what is given, or for hours that nobody else has."""

    class State(models.TextChoices):
        ASKED = "asked", _("réservé")
        HANDED = "handed", _("remis")
        RETURNED = "returned", _("rendu")
        CANCELLED = "cancelled", _("annulé")

    thing = models.ForeignKey(
        Thing, verbose_name=_("quoi"), on_delete=models.CASCADE, related_name="loans"
    )
    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("pour qui"), on_delete=models.CASCADE, related_name="loans"
    )
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    state = models.CharField(_("état"), max_length=9, choices=State.choices, default=State.ASKED)
    quantity = models.PositiveSmallIntegerField(_("combien"), default=1)
    starts_at = models.DateTimeField(_("du"), null=True, blank=True)
    ends_at = models.DateTimeField(_("au"), null=True, blank=True)
    words = models.CharField(_("un mot"), max_length=300, blank=True)
    answer = models.CharField(_("la réponse"), max_length=300, blank=True)
    asked_at = models.DateTimeField(_("demandé le"))
    handed_at = models.DateTimeField(_("remis le"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("prêt ou don")
        verbose_name_plural = _("prêts et dons")
        ordering = ["starts_at", "asked_at", "pk"]
        constraints = [
            ExclusionConstraint(
                name="loan_one_at_a_time",
                expressions=[("thing", RangeOperators.EQUAL), (HOURS, RangeOperators.OVERLAPS)],
                condition=Q(state__in=STANDING, starts_at__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="loan_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="loan_is_at_least_one"),
        ]

    def __str__(self) -> str:
        return f"{self.thing} · {self.tenancy}"

    @property
    def stands(self) -> bool:
        return self.state in STANDING


class Key(models.Model):
    """A key of a garden, or a padlock's code. Its note is shown to those who garden there now, and to nobody else."""

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="keys"
    )
    name = models.CharField(_("quelle clé"), max_length=80)
    note = models.CharField(_("code ou consigne"), max_length=200, blank=True)
    holder = models.ForeignKey(
        Tenancy,
        verbose_name=_("qui l’a"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="keys",
    )
    held_since = models.DateTimeField(_("depuis le"), null=True, blank=True)

    class Meta:
        verbose_name = _("clé")
        verbose_name_plural = _("clés")
        ordering = ["garden", "name", "pk"]

    def __str__(self) -> str:
        return f"{self.garden} · {self.name}"


class KeyHandover(models.Model):
    """A key went from one household to another."""

    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="handovers")
    giver = models.ForeignKey(
        Tenancy, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taker = models.ForeignKey(
        Tenancy, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("passage de clé")
        verbose_name_plural = _("passages de clé")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.key} · {self.at:%d/%m/%Y}"
