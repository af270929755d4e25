from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from commons.bilingual import BilingualName, in_the_readers_language
from commons.drawing import Outline, fits_in, rectangle
from commons.places.models import Place
from commons.plants.climates import Climate
from gardens.outlines import is_outline, validate_outline
from gardens.rules.standing import Standing, standing


class Garden(index.Indexed, BilingualName):
    """A garden, the size of its plan and the rules of its list. Its story is a page in each language."""

    slug = models.SlugField(_("adresse courte"), unique=True)
    place = models.ForeignKey(
        Place, verbose_name=_("lieu"), on_delete=models.PROTECT, related_name="gardens"
    )
    climate = models.CharField(
        _("climat et sol"),
        max_length=200,
        blank=True,
        help_text=_("Ce qu’il faut savoir avant de semer : gel, vent, terre."),
    )
    climate_en = models.CharField(_("climat et sol (anglais)"), max_length=200, blank=True)
    zone = models.CharField(
        _("zone de climat"),
        max_length=10,
        choices=Climate.choices,
        default=Climate.OCEAN,
        help_text=_(
            "Décale les mois des fiches plantes. « Ouest et centre » les laisse tels quels."
        ),
    )
    plan_width = models.PositiveSmallIntegerField(
        _("largeur du plan (dm)"),
        validators=[MinValueValidator(10)],
        help_text=_("En décimètres : 320 pour 32 mètres."),
    )
    plan_height = models.PositiveSmallIntegerField(
        _("hauteur du plan (dm)"), validators=[MinValueValidator(10)]
    )
    criteria = models.TextField(
        _("critères d’attribution"),
        help_text=_("Publiés sur la page du jardin. La liste suit la date de demande."),
    )
    criteria_en = models.TextField(_("critères d’attribution (anglais)"), blank=True)

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("climate"),
        index.SearchField("climate_en"),
    ]

    class Meta:
        verbose_name = _("jardin")
        verbose_name_plural = _("jardins")
        ordering = ["name_fr"]

    def get_request_url(self) -> str:
        """Where one asks for a plot of this garden."""
        return reverse("gardens:request", args=[self.slug])

    @property
    def published_criteria(self) -> str:
        """The criteria in the reader's language, in French when there is no other."""
        return in_the_readers_language(self.criteria, self.criteria_en)

    @property
    def said_climate(self) -> str:
        """The climate in the reader's language, in French when there is no other."""
        return in_the_readers_language(self.climate, self.climate_en)


def refuse_outside(garden: Garden, outline: Outline) -> None:
    """Raise ValidationError when a shape leaves the garden's plan."""
    if not fits_in(outline, width=garden.plan_width, height=garden.plan_height):
        raise ValidationError(
            _("Cette forme sort du plan, qui mesure %(width)d sur %(height)d dm.")
            % {"width": garden.plan_width, "height": garden.plan_height}
        )


class PlotQuerySet(models.QuerySet["Plot"]):
    def with_tenants(self, *, on: date) -> "PlotQuerySet":
        """Adds ``tenants``, how many households hold a part on a day."""
        held = (
            ~Q(tenancies__state="cancelled")
            & Q(tenancies__starts_on__lte=on)
            & (Q(tenancies__ends_on=None) | Q(tenancies__ends_on__gte=on))
        )
        return self.annotate(tenants=Count("tenancies", filter=held))


class Plot(models.Model):
    """A piece of a garden. Who holds it, and so how it stands, is read from its tenancies at a date."""

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual", _("individuelle")
        SHARED = "shared", _("partagée")
        COLLECTIVE = "collective", _("collective")

    class Sun(models.TextChoices):
        FULL = "full", _("plein soleil")
        HALF = "half", _("mi-ombre")
        SHADE = "shade", _("ombre")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="plots"
    )
    number = models.PositiveSmallIntegerField(_("numéro"))
    kind = models.CharField(
        _("sorte"), max_length=12, choices=Kind.choices, default=Kind.INDIVIDUAL
    )
    parts = models.PositiveSmallIntegerField(
        _("parts"),
        default=1,
        help_text=_(
            "Pour combien de foyers : 1 ; 2 ou plus si elle est partagée ; 0 si elle est collective."
        ),
    )
    outline = models.JSONField(
        _("contour"),
        validators=[validate_outline],
        help_text=_("Les coins sur le plan, en décimètres : [[0, 0], [40, 0], [40, 25], [0, 25]]."),
    )
    surface_m2 = models.DecimalField(
        _("surface (m²)"), max_digits=6, decimal_places=1, validators=[MinValueValidator(0)]
    )
    raised_bed = models.BooleanField(
        _("bac surélevé"), default=False, help_text=_("Se jardine debout ou assis.")
    )
    sun = models.CharField(_("soleil"), max_length=6, choices=Sun.choices, default=Sun.FULL)

    objects = PlotQuerySet.as_manager()
    tenants: int  # only after with_tenants()

    class Meta:
        verbose_name = _("parcelle")
        verbose_name_plural = _("parcelles")
        ordering = ["garden", "number"]
        constraints = [
            models.UniqueConstraint(fields=["garden", "number"], name="plot_number_in_garden"),
            models.CheckConstraint(
                condition=Q(kind="individual", parts=1)
                | Q(kind="shared", parts__gte=2)
                | Q(kind="collective", parts=0),
                name="plot_parts_follow_its_kind",
                violation_error_message=_(
                    "Une parcelle individuelle a 1 part, une partagée au moins 2, une collective 0."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.garden} · {self.number}"

    def clean(self) -> None:
        if self.garden_id and is_outline(self.outline):
            refuse_outside(self.garden, self.outline)

    @property
    def standing(self) -> Standing:
        """How the plot stands, on one read with ``with_tenants``."""
        return standing(
            collective=self.kind == self.Kind.COLLECTIVE, parts=self.parts, tenants=self.tenants
        )


class Feature(models.Model):
    """What stands in a garden besides its plots, so that people recognise it on the plan."""

    class Kind(models.TextChoices):
        PATH = "path", _("allée")
        HEDGE = "hedge", _("haie")
        SHED = "shed", _("cabane")
        WATER = "water", _("point d’eau")
        COMPOST = "compost", _("compost")
        TREE = "tree", _("arbre")
        TABLE = "table", _("table")
        GATE = "gate", _("portail")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="features"
    )
    kind = models.CharField(_("sorte"), max_length=10, choices=Kind.choices)
    x = models.PositiveSmallIntegerField(_("de la gauche (dm)"))
    y = models.PositiveSmallIntegerField(_("du haut (dm)"))
    width = models.PositiveSmallIntegerField(_("largeur (dm)"), validators=[MinValueValidator(1)])
    height = models.PositiveSmallIntegerField(_("hauteur (dm)"), validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("repère du plan")
        verbose_name_plural = _("repères du plan")
        ordering = ["garden", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gte=1, height__gte=1), name="feature_has_a_size"
            )
        ]

    def __str__(self) -> str:
        return f"{self.garden} · {self.get_kind_display()}"

    def clean(self) -> None:
        if self.garden_id and None not in (self.x, self.y, self.width, self.height):
            refuse_outside(self.garden, rectangle(self.x, self.y, self.width, self.height))
