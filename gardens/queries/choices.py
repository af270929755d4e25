"""Plants to choose from, and the work of a month, in a garden's climate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from commons.plants.climates import half_of, in_climate, months_of
from commons.plants.models import Plant
from gardens.models import Growing, Harvest, Tenancy
from gardens.queries.growing import growings_of
from gardens.queries.sheets import Shelf
from gardens.rules.growing import Way

RECENT = 8


@dataclass(frozen=True, kw_only=True)
class MonthWork:
    """A task of the month, and the plants it is done to."""

    title: str
    pictogram: str
    plants: list[Plant]


def every_plant() -> list[Plant]:
    """In the alphabet of the reader; one query."""
    return sorted(Plant.objects.all(), key=lambda plant: slugify(plant.name))


def work_of(month: int, *, climate: str) -> list[MonthWork]:
    """The work of a month (1-12) in a climate, in the order of a plant's life; one query."""
    plants = every_plant()
    tasks: tuple[tuple[str, str, Callable[[Plant], Sequence[int]]], ...] = (
        (_("Semer sous abri"), "semis", lambda p: in_climate(p.sow_cover, climate)),
        (_("Semer en pleine terre"), "sachet", lambda p: outside(p, p.sow_open, climate=climate)),
        (_("Planter"), "beche", lambda p: outside(p, p.plant, climate=climate)),
        (_("Récolter"), "panier", lambda p: outside(p, p.harvest, climate=climate)),
    )
    works = (
        MonthWork(
            title=title,
            pictogram=drawing,
            plants=[p for p in plants if month in months_of(halves(p))],
        )
        for title, drawing, halves in tasks
    )
    return [work for work in works if work.plants]


def outside(plant: Plant, months: Sequence[int], *, climate: str) -> list[int]:
    """The half-months of what is done outside, where frost kills."""
    return in_climate(months, climate, frost_tender=bool(plant.frost_tender))


def choices(tenancy: Tenancy, *, way: Way | None, wanted: str, today: date) -> list[Shelf]:
    """What to tap on, the likeliest first; ``way`` is None for a harvest, COVER for any sowing. Two queries.

    A search leaves one shelf, of the plants whose name holds its words.
    """
    plants = every_plant()
    if wanted:
        found = [plant for plant in plants if slugify(wanted) in slugify(plant.name)]
        return [Shelf(title=_("Trouvé"), plants=found)] if found else []
    recent = _recent(tenancy, way=way, today=today)
    known = {plant.pk for plant in recent}
    climate = tenancy.plot.garden.zone
    season = [
        plant
        for plant in plants
        if plant.pk not in known and _is_time_for(plant, way, climate=climate, today=today)
    ]
    known |= {plant.pk for plant in season}
    shelves = (
        Shelf(title=_("Sur votre parcelle") if way is None else _("Récemment"), plants=recent),
        Shelf(title=_("C’est la saison"), plants=season),
        Shelf(title=_("Les autres"), plants=[p for p in plants if p.pk not in known]),
    )
    return [shelf for shelf in shelves if shelf.plants]


def way_of_sowing(plant: Plant | None, *, climate: str, today: date) -> Way:
    """What a sheet says of a sowing made today: in place or under cover; in place when it does not say."""
    if plant is None:
        return Way.OPEN
    half = half_of(month=today.month, day=today.day)
    if half in outside(plant, plant.sow_open, climate=climate):
        return Way.OPEN
    if half in in_climate(plant.sow_cover, climate):
        return Way.COVER
    return Way.COVER if plant.sow_cover and not plant.sow_open else Way.OPEN


def _recent(tenancy: Tenancy, *, way: Way | None, today: date) -> list[Plant]:
    """The plants of the log's last lines; for a harvest, of what stands there and was picked already."""
    rows: list[Growing | Harvest] = list(growings_of(tenancy, today=today))
    if way is None:
        rows += Harvest.objects.of(tenancy)[: 2 * RECENT]
        rows.sort(key=lambda row: row.on, reverse=True)
    plants = {row.plant.pk: row.plant for row in rows if row.plant}  # the latest row comes first
    return list(plants.values())[:RECENT]


def _is_time_for(plant: Plant, way: Way | None, *, climate: str, today: date) -> bool:
    half = half_of(month=today.month, day=today.day)
    if way is None:
        return half in outside(plant, plant.harvest, climate=climate)
    if way == Way.PLANTED:
        return half in outside(plant, plant.plant, climate=climate)
    return half in in_climate(plant.sow_cover, climate) or half in outside(
        plant, plant.sow_open, climate=climate
    )
