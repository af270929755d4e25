"""Plant sheets: when a plant is in season, sown, planted, harvested. Market and gardens both read them."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from commons.bilingual import BilingualName


def months_field(label: Any) -> ArrayField:
    """A set of months, as numbers from 1 to 12 in the order of the sheet; empty when unknown."""
    return ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=label, default=list, blank=True
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

    slug = models.SlugField(
        unique=True, help_text="The French name without accents; names the pictogram too."
    )
    kind = models.CharField(_("sorte"), max_length=12, choices=Kind.choices)
    season = months_field(_("de saison"))
    sow_cover = months_field(_("semis sous abri"))
    sow_open = months_field(_("semis en pleine terre"))
    plant = months_field(_("plantation"))
    harvest = months_field(_("récolte"))
    sources = models.CharField(_("sources"), max_length=200, blank=True)

    search_fields = [index.SearchField("title", boost=2), index.AutocompleteField("title")]

    objects = PlantQuerySet.as_manager()

    class Meta:
        verbose_name = _("fiche plante")
        verbose_name_plural = _("fiches plantes")
        ordering = ["name_fr"]
