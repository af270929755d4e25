from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from commons.bilingual import BilingualName, in_the_readers_language
from commons.drawing import Outline, fits_in
from commons.places.models import Place
from commons.plants.climates import Climate
from gardens.outlines import is_outline, validate_outline
from gardens.rules.shapes import surface_of
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
    offer_days = models.PositiveSmallIntegerField(
        _("jours pour répondre à une proposition"),
        default=10,
        validators=[MinValueValidator(2), MaxValueValidator(60)],
    )
    most_plots = models.PositiveSmallIntegerField(
        _("parcelles par foyer, au plus"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    matches_by_itself = models.BooleanField(
        _("propose les coins sans attendre l’équipe"),
        default=False,
        help_text=_(
            "Coché : un coin qui s’ouvre est proposé aussitôt selon la règle, puis au foyer suivant"
            " s’il est décliné."
        ),
    )

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
    def current(self) -> "PlotQuerySet":
        """Those that stand: neither divided, joined to another nor given up."""
        return self.filter(retired_on=None)

    def with_tenants(self, *, on: date) -> "PlotQuerySet":
        """Those not retired on a day, with ``tenants``: how many households hold a part that day."""
        held = (
            ~Q(tenancies__state="cancelled")
            & Q(tenancies__starts_on__lte=on)
            & (Q(tenancies__ends_on=None) | Q(tenancies__ends_on__gte=on))
        )
        stood = self.filter(Q(retired_on=None) | Q(retired_on__gt=on))
        return stood.annotate(tenants=Count("tenancies", filter=held))


class Plot(ClusterableModel):
    """A piece of a garden. Who holds it, and so how it stands, is read from its tenancies at a date.

    One that was divided, joined or given up stays, retired: what people grew there remains true.
    """

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual", _("individuelle")
        SHARED = "shared", _("partagée")
        COLLECTIVE = "collective", _("collective")

    class Sun(models.TextChoices):
        FULL = "full", _("plein soleil")
        HALF = "half", _("mi-ombre")
        SHADE = "shade", _("ombre")

    class Soil(models.TextChoices):
        UNKNOWN = "", _("pas encore connu")
        CLAY = "clay", _("argileux")
        SILT = "silt", _("limoneux")
        SAND = "sand", _("sableux")
        STONY = "stony", _("caillouteux")
        RICH = "rich", _("riche en compost")

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
        _("surface (m²)"),
        max_digits=6,
        decimal_places=1,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Vide : calculée d’après le contour."),
    )
    raised_bed = models.BooleanField(
        _("bac surélevé"), default=False, help_text=_("Se jardine debout ou assis.")
    )
    sun = models.CharField(_("soleil"), max_length=6, choices=Sun.choices, default=Sun.FULL)
    soil = models.CharField(
        _("sol"), max_length=8, choices=Soil.choices, blank=True, default=Soil.UNKNOWN
    )
    soil_note = models.CharField(
        _("à savoir sur ce sol"),
        max_length=200,
        blank=True,
        help_text=_("Ce qu’il demande : paillage, drainage, apport de l’automne."),
    )
    soil_note_en = models.CharField(_("à savoir sur ce sol (anglais)"), max_length=200, blank=True)
    retired_on = models.DateField(
        _("retirée le"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Le premier jour où elle n’est plus."),
    )

    objects = PlotQuerySet.as_manager()
    tenants: int  # only after with_tenants()
    offered = 0  # parts that wait for an answer; only in queries.plots_standing()

    class Meta:
        verbose_name = _("parcelle")
        verbose_name_plural = _("parcelles")
        ordering = ["garden", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["garden", "number"],
                condition=Q(retired_on=None),
                name="plot_number_in_garden",
                violation_error_message=_("Une autre parcelle de ce jardin porte déjà ce numéro."),
            ),
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

    def get_absolute_url(self) -> str:
        return reverse("gardens:plot", args=[self.garden.slug, self.number])

    def clean(self) -> None:
        """A shape on the plan; a surface that nobody measured is the one that is drawn."""
        if not is_outline(self.outline):
            return
        if self.garden_id:
            refuse_outside(self.garden, self.outline)
        if self.surface_m2 in (None, ""):
            self.surface_m2 = surface_of(self.outline)

    def refuse_beyond_its_days(self, last: date | None) -> None:
        """Raise ValidationError when something goes on past the day the plot was retired."""
        if self.retired_on and (last is None or last >= self.retired_on):
            raise ValidationError(
                _(
                    "La parcelle %(number)d n’est plus depuis le %(day)s : choisissez-en une du plan."
                )
                % {"number": self.number, "day": date_format(self.retired_on)}
            )

    @property
    def said_soil_note(self) -> str:
        """What its soil asks for, in the reader's language, in French when there is no other."""
        return in_the_readers_language(self.soil_note, self.soil_note_en)

    @cached_property
    def standing(self) -> Standing:
        """How the plot stood when it was read ``with_tenants``."""
        return standing(
            collective=self.kind == self.Kind.COLLECTIVE,
            parts=self.parts,
            tenants=self.tenants,
            offered=self.offered,
        )

    @property
    def free_parts(self) -> int:
        """How many of its parts nobody holds nor is offered, on one read with ``with_tenants``."""
        return max(self.parts - self.tenants - self.offered, 0)
