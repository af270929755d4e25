"""What grew on a plot, what was picked there, and what is offered to the solidarity baskets.

A row belongs to its plot. ``tenancy`` says whose it is while the household's page is open, then is emptied:
the plot keeps what grew there, without a name.
"""

from datetime import date, timedelta
from typing import Self, TypeVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from commons.plants.models import Plant
from gardens.models.garden import Plot
from gardens.models.tenancy import Tenancy
from gardens.rules.growing import Way

HEAVIEST_GRAMS = 999_000
SURPLUS_STANDS_FOR = timedelta(days=10)
MOST_PIECES = 9_999


Row = TypeVar("Row", bound="LogRow")


class LogQuerySet(models.QuerySet[Row]):
    def of(self, tenancy: Tenancy) -> Self:
        """A household's own rows, the latest first."""
        return self.filter(tenancy=tenancy).select_related("plant").order_by("-on", "-pk")

    def at(self, plot_id: int, part: int) -> Self:
        """What happened on a corner of a plot, whoever held it."""
        return self.filter(plot=plot_id, part=part).select_related("plant").order_by("-on", "-pk")


class LogRow(models.Model):
    """A line of a garden log: a plant that has a sheet, or the name of one that has none."""

    plot = models.ForeignKey(
        Plot, verbose_name=_("parcelle"), on_delete=models.PROTECT, related_name="+"
    )
    part = models.PositiveSmallIntegerField(_("part"), default=1)
    tenancy = models.ForeignKey(
        Tenancy,
        verbose_name=_("attribution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    plant = models.ForeignKey(
        Plant,
        verbose_name=_("plante"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    other_name = models.CharField(_("autre plante"), max_length=60, blank=True)
    on = models.DateField(_("jour"))
    words = models.CharField(_("un mot"), max_length=200, blank=True)
    form_key = models.UUIDField(help_text="Made with the form: a double tap sends it twice.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(plant__isnull=False, other_name="")
                | (Q(plant=None) & ~Q(other_name="")),
                name="%(class)s_names_one_plant",
            ),
            models.UniqueConstraint(
                fields=["form_key", "plant", "other_name"],
                name="%(class)s_once_per_form",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.on:%Y-%m-%d}"

    @property
    def name(self) -> str:
        return self.plant.name if self.plant else self.other_name

    @property
    def title(self) -> str:
        return str(capfirst(self.name))

    @property
    def pictogram(self) -> str:
        """A plant nobody drew yet is a seedling."""
        return self.plant.slug if self.plant else "semis"


class Growing(LogRow):
    """A sowing or a planting."""

    way = models.CharField(_("geste"), max_length=8, choices=Way.choices)
    bed = models.CharField(_("rang ou carré"), max_length=40, blank=True)
    quantity = models.CharField(_("combien"), max_length=40, blank=True)

    objects = LogQuerySet.as_manager()

    class Meta(LogRow.Meta):
        verbose_name = _("semis ou plantation")
        verbose_name_plural = _("semis et plantations")
        indexes = [
            models.Index(fields=["plot", "part", "-on"], name="growing_of_plot"),
            models.Index(fields=["tenancy", "-on"], name="growing_of_tenancy"),
        ]


class Harvest(LogRow):
    """What was picked on a day: by weight, by the piece, both or neither."""

    grams = models.PositiveIntegerField(
        _("grammes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(HEAVIEST_GRAMS)],
    )
    pieces = models.PositiveSmallIntegerField(
        _("pièces"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PIECES)],
    )
    solidarity = models.BooleanField(_("donnée aux paniers solidaires"), default=False)

    objects = LogQuerySet.as_manager()

    class Meta(LogRow.Meta):
        verbose_name = _("récolte")
        verbose_name_plural = _("récoltes")
        constraints = [
            *LogRow.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(grams=None) | Q(grams__gte=1, grams__lte=HEAVIEST_GRAMS))
                & (Q(pieces=None) | Q(pieces__gte=1, pieces__lte=MOST_PIECES)),
                name="harvest_weighs_something",
            ),
        ]
        indexes = [
            models.Index(fields=["plot", "part", "-on"], name="harvest_of_plot"),
            models.Index(fields=["tenancy", "-on"], name="harvest_of_tenancy"),
            models.Index(fields=["on"], condition=Q(solidarity=True), name="harvest_given"),
        ]


class SurplusQuerySet(LogQuerySet["Surplus"]):
    def announced(self, *, on: date) -> Self:
        """What still waits for its baskets on a day, the soonest first; nobody takes last fortnight's lettuce."""
        return self.filter(state=Surplus.State.ANNOUNCED, on__gte=on - SURPLUS_STANDS_FOR).order_by(
            "on", "pk"
        )


class Surplus(LogRow):
    """What a household has too much of, for the hall's solidarity baskets; ``on`` is when it is ready.

    Once brought, its weight is a ``Harvest`` that was given: that alone is counted.
    """

    class State(models.TextChoices):
        ANNOUNCED = "announced", _("annoncé")
        BROUGHT = "brought", _("apporté")
        WITHDRAWN = "withdrawn", _("retiré")

    how_much = models.CharField(_("combien"), max_length=60)
    state = models.CharField(
        _("état"), max_length=10, choices=State.choices, default=State.ANNOUNCED
    )
    harvest = models.OneToOneField(
        Harvest, verbose_name=_("récolte"), null=True, blank=True, on_delete=models.SET_NULL
    )

    objects = SurplusQuerySet.as_manager()

    class Meta(LogRow.Meta):
        verbose_name = _("surplus")
        verbose_name_plural = _("surplus")
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["on"], condition=Q(state="announced"), name="surplus_announced")
        ]
