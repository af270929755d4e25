"""Plant sheets: when a plant is in season, sown, planted, harvested. Market and gardens both read them."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from commons.bilingual import BilingualName, in_the_readers_language


def months_field(label: Any) -> ArrayField:
    """A set of months, as numbers from 1 to 12 in the order of the sheet; empty when unknown."""
    return ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=label, default=list, blank=True
    )


def span_field(label: Any) -> ArrayField:
    """A least and a most, whole numbers in this order; empty when unknown."""
    return ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=label, size=2, default=list, blank=True
    )


class PlantQuerySet(models.QuerySet["Plant"]):
    def in_season(self, month: int) -> "PlantQuerySet":
        """Plants sold in season in a month (1-12)."""
        return self.filter(season__contains=[month])


class Plant(index.Indexed, BilingualName):
    """One sheet. Months are for metropolitan France; a garden may shift them by its climate."""

    class Kind(models.TextChoices):
        VEGETABLE = "vegetable", _("légume")
        FRUIT = "fruit", _("fruit")
        HERB = "herb", _("aromatique")

    class Family(models.TextChoices):
        """What rotation goes by: plants of one family share their pests and diseases."""

        AMARANTHACEAE = "amaranthaceae", _("amarantacées")
        AMARYLLIDACEAE = "amaryllidaceae", _("alliacées")
        APIACEAE = "apiaceae", _("apiacées")
        ASPARAGACEAE = "asparagaceae", _("asparagacées")
        ASTERACEAE = "asteraceae", _("astéracées")
        BRASSICACEAE = "brassicaceae", _("brassicacées")
        CAPRIFOLIACEAE = "caprifoliaceae", _("caprifoliacées")
        CUCURBITACEAE = "cucurbitaceae", _("cucurbitacées")
        FABACEAE = "fabaceae", _("légumineuses")
        POACEAE = "poaceae", _("graminées")
        POLYGONACEAE = "polygonaceae", _("polygonacées")
        ROSACEAE = "rosaceae", _("rosacées")
        SOLANACEAE = "solanaceae", _("solanacées")

    slug = models.SlugField(
        unique=True, help_text="The French name without accents; names the pictogram too."
    )
    kind = models.CharField(_("sorte"), max_length=12, choices=Kind.choices)
    season = months_field(_("de saison"))
    sow_cover = months_field(_("semis sous abri"))
    sow_open = months_field(_("semis en pleine terre"))
    plant = months_field(_("plantation"))
    harvest = months_field(_("récolte"))
    family = models.CharField(_("famille"), max_length=16, choices=Family.choices, blank=True)
    frost_tender = models.BooleanField(_("craint le gel"), null=True, blank=True)
    nursery_weeks = span_field(_("semaines du semis à la plantation"))
    sow_days = span_field(_("jours du semis en place à la récolte"))
    plant_days = span_field(_("jours de la plantation à la récolte"))
    thin_days = span_field(_("jours du semis en place à l’éclaircissage"))
    spacing_cm = span_field(_("centimètres entre deux plants"))
    rows_cm = span_field(_("centimètres entre deux rangs"))
    sources = models.CharField(_("sources"), max_length=200, blank=True)

    search_fields = [index.SearchField("title", boost=2), index.AutocompleteField("title")]

    objects = PlantQuerySet.as_manager()

    class Meta:
        verbose_name = _("fiche plante")
        verbose_name_plural = _("fiches plantes")
        ordering = ["name_fr"]


class Neighbours(models.Model):
    """Two plants that help or harm each other when they stand side by side. Advice, never a rule."""

    class Effect(models.TextChoices):
        HELPS = "helps", _("vont bien ensemble")
        HARMS = "harms", _("se gênent")

    class Basis(models.TextChoices):
        TRIAL = "trial", _("essai publié")
        PRACTICE = "practice", _("usage de jardin")

    plant = models.ForeignKey(
        Plant, verbose_name=_("plante"), on_delete=models.CASCADE, related_name="+"
    )
    other = models.ForeignKey(
        Plant, verbose_name=_("voisine"), on_delete=models.CASCADE, related_name="+"
    )
    effect = models.CharField(_("effet"), max_length=6, choices=Effect.choices)
    basis = models.CharField(_("fondé sur"), max_length=9, choices=Basis.choices)
    why_fr = models.CharField(_("pourquoi"), max_length=200)
    why_en = models.CharField(_("pourquoi (anglais)"), max_length=200)
    source = models.CharField(_("source"), max_length=120)

    class Meta:
        verbose_name = _("voisinage")
        verbose_name_plural = _("voisinages")
        ordering = ["effect", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plant", "other"], name="neighbours_told_once"),
            models.CheckConstraint(
                condition=~models.Q(plant=models.F("other")), name="neighbours_are_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plant} · {self.other}"

    @property
    def why(self) -> str:
        return in_the_readers_language(self.why_fr, self.why_en)

    def beside(self, plant_id: int) -> Plant:
        """The one of the two that is not this plant."""
        return self.other if self.plant_id == plant_id else self.plant
