"""Plant sheets, as gardeners read them."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.text import slugify
from django.utils.translation import gettext as _

from commons.plants.climates import Climate, halves_of, in_climate, months_of
from commons.plants.models import Plant
from gardens.words import say_halves


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


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One line of a plant's year: half-months (1-24), said in words."""

    label: str
    halves: list[int]

    @property
    def words(self) -> str:
        return say_halves(self.halves)

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Twelve months: the letter, which halves are in, whether it is this month."""
        present = timezone.localdate().month
        return [
            {
                "letter": str(MONTHS[month])[0].upper(),
                "first": 2 * month - 1 in self.halves,
                "last": 2 * month in self.halves,
                "now": month == present,
            }
            for month in range(1, 13)
        ]


def year_of(plant: Plant, *, climate: str = Climate.OCEAN) -> list[Strip]:
    """The strips of a sheet in a climate, in the order of the work; those not known are left out.

    Without a climate they are the months of the sheet. Markets buy from everywhere: their season stays.
    """
    tender = bool(plant.frost_tender)
    strips = [
        (_("Semer sous abri"), in_climate(plant.sow_cover, climate)),
        (_("Semer en pleine terre"), in_climate(plant.sow_open, climate, frost_tender=tender)),
        (_("Planter"), in_climate(plant.plant, climate, frost_tender=tender)),
        (_("Récolter"), in_climate(plant.harvest, climate, frost_tender=tender)),
        (_("De saison au marché"), halves_of(plant.season)),
    ]
    return [Strip(label=label, halves=halves) for label, halves in strips if halves]


def doing_in(strips: list[Strip], *, month: int) -> list[str]:
    """What a sheet says of a month (1-12): the labels of the strips that touch it."""
    return [strip.label for strip in strips if month in months_of(strip.halves)]
