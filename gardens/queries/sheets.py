"""Plant sheets, as gardeners read them."""

from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _

from commons.plants.models import Plant


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Plant sheets under one heading."""

    title: str
    plants: list[Plant]


def shelves(*, month: int) -> list[Shelf]:
    """The plants to sow, to plant and to harvest in a month (1-12), then all of them; one query."""
    plants = sorted(Plant.objects.all(), key=lambda plant: slugify(plant.name))
    this_month = (
        Shelf(
            title=_("À semer"),
            plants=[p for p in plants if month in p.sow_cover or month in p.sow_open],
        ),
        Shelf(title=_("À planter"), plants=[p for p in plants if month in p.plant]),
        Shelf(title=_("À récolter"), plants=[p for p in plants if month in p.harvest]),
    )
    return [shelf for shelf in this_month if shelf.plants] + [
        Shelf(title=_("Toutes les fiches"), plants=plants)
    ]


def year_of(plant: Plant) -> list[tuple[str, list[int]]]:
    """The twelve-month strips of a sheet, in the order of the work; those not known are left out."""
    strips = [
        (_("Semer sous abri"), plant.sow_cover),
        (_("Semer en pleine terre"), plant.sow_open),
        (_("Planter"), plant.plant),
        (_("Récolter"), plant.harvest),
        (_("De saison au marché"), plant.season),
    ]
    return [(label, months) for label, months in strips if months]


def doing_in(plant: Plant, *, month: int) -> list[str]:
    """What a sheet says of a month (1-12): the labels of the strips that hold it."""
    return [label for label, months in year_of(plant) if month in months]
