"""A household's garden log, and what its plot remembers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Q

from commons.plants.climates import half_of, in_climate, may_freeze
from commons.plants.models import Neighbours, Plant
from gardens.models import Growing, Harvest, Tenancy
from gardens.rules.growing import (
    YEAR_AND_A_HALF,
    Crop,
    Needs,
    Step,
    Way,
    Window,
    harvest_window,
    steps,
)
from gardens.rules.rotation import YEARS_APART, Grown, came_too_soon

HARVEST_IS_FRESH = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """A line with when it can be picked, if the sheet knows."""

    row: Growing
    window: Window | None


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What was picked of a plant in a year."""

    title: str
    pictogram: str
    grams: int
    pieces: int


@dataclass(frozen=True, kw_only=True)
class YearLog:
    """One year of a household's log."""

    year: int
    lines: list[LogLine]
    harvests: list[Harvest]
    weights: list[Weight]

    @property
    def given_grams(self) -> int:
        return sum(harvest.grams or 0 for harvest in self.harvests if harvest.solidarity)


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What gardeners would say of a line just written: never more than advice."""

    frosty: bool
    too_soon: Grown | None
    neighbours: list[tuple[Neighbours, Plant]]


@dataclass(frozen=True, kw_only=True)
class Memory:
    """What grew on a corner in a year, bed by bed; the name of a bed is empty when nobody gave one."""

    year: int
    beds: list[tuple[str, list[str]]]


def needs_of(plant: Plant | None, *, climate: str) -> Needs:
    """What a sheet knows, in a garden's climate; nothing for a plant without a sheet."""
    if plant is None:
        return Needs()
    tender = bool(plant.frost_tender)
    return Needs(
        nursery_weeks=plant.nursery_weeks,
        sow_days=plant.sow_days,
        plant_days=plant.plant_days,
        thin_days=plant.thin_days,
        harvest_halves=in_climate(plant.harvest, climate, frost_tender=tender),
        open_halves=in_climate(plant.sow_open, climate, frost_tender=tender),
    )


def window_of(growing: Growing, *, climate: str) -> Window | None:
    needs = needs_of(growing.plant, climate=climate)
    return harvest_window(growing.way, on=growing.on, needs=needs)


def coming_steps(
    growings: Sequence[Growing], harvests: Iterable[Harvest], *, climate: str, today: date
) -> list[tuple[Step, Growing]]:
    """What the log says is to be done, each with the line that says so."""
    crops = {
        growing.pk: Crop(
            key=growing.pictogram if growing.plant else growing.other_name,
            way=growing.way,
            on=growing.on,
            needs=needs_of(growing.plant, climate=climate),
        )
        for growing in growings
    }
    line_of = {id(crop): growing for crop, growing in zip(crops.values(), growings, strict=True)}
    picked = [(harvest.pictogram, harvest.on) for harvest in harvests if harvest.plant]
    found = steps(list(crops.values()), today=today, picked=picked)
    return [(step, line_of[id(step.crop)]) for step in found]


def growings_of(tenancy: Tenancy, *, today: date) -> list[Growing]:
    """What a household put in that may still stand."""
    return list(Growing.objects.of(tenancy).filter(on__gt=today - YEAR_AND_A_HALF))


def harvests_of(tenancy: Tenancy, *, today: date) -> list[Harvest]:
    return list(Harvest.objects.of(tenancy).filter(on__gt=today - HARVEST_IS_FRESH))


def years_of(tenancy: Tenancy) -> list[int]:
    """The years of a household's log, the newest first; one query."""
    sown = Growing.objects.filter(tenancy=tenancy).order_by().values_list("on__year")
    picked = Harvest.objects.filter(tenancy=tenancy).order_by().values_list("on__year")
    return sorted((year for (year,) in sown.union(picked)), reverse=True)


def year_log(tenancy: Tenancy, *, year: int) -> YearLog:
    """Two queries; the lines of both kinds, the latest first."""
    zone = tenancy.plot.garden.zone
    harvests = list(Harvest.objects.of(tenancy).filter(on__year=year))
    return YearLog(
        year=year,
        lines=[
            LogLine(row=row, window=window_of(row, climate=zone))
            for row in Growing.objects.of(tenancy).filter(on__year=year)
        ],
        harvests=harvests,
        weights=_weights(harvests),
    )


def _weights(harvests: Sequence[Harvest]) -> list[Weight]:
    by_name = sorted(harvests, key=lambda harvest: harvest.name)
    weights = []
    for _name, rows in groupby(by_name, key=lambda harvest: harvest.name):
        same = list(rows)
        weights.append(
            Weight(
                title=same[0].title,
                pictogram=same[0].pictogram,
                grams=sum(harvest.grams or 0 for harvest in same),
                pieces=sum(harvest.pieces or 0 for harvest in same),
            )
        )
    return sorted(weights, key=lambda weight: (-weight.grams, -weight.pieces, weight.title))


def memory_of(plot_id: int, part: int) -> list[Memory]:
    """What a corner remembers, whoever held it, the newest year first; names of plants alone; one query."""
    rows = Growing.objects.at(plot_id, part).order_by("-on")
    by_year: dict[int, dict[str, list[str]]] = {}
    for row in rows:
        names = by_year.setdefault(row.on.year, {}).setdefault(row.bed, [])
        if row.name not in names:
            names.append(row.name)
    return [
        Memory(year=year, beds=sorted(beds.items(), key=lambda bed: (not bed[0], bed[0])))
        for year, beds in by_year.items()
    ]


def advice_on(growing: Growing, *, climate: str) -> Advice:
    """What the plot's memory and the plants beside say of a line; two queries."""
    if growing.plant is None:
        return Advice(frosty=False, too_soon=None, neighbours=[])
    since = date(growing.on.year - YEARS_APART, 1, 1)
    around = list(
        Growing.objects.at(growing.plot_id, growing.part).filter(
            on__gte=since, on__lte=growing.on, plant__isnull=False
        )
    )
    past = [_grown(row) for row in around if row.plant]
    standing = {row.plant_id for row in around if row.on.year == growing.on.year}
    return Advice(
        frosty=_may_freeze(growing, climate=climate),
        too_soon=came_too_soon(
            growing.plant.family, bed=growing.bed, year=growing.on.year, past=past
        ),
        neighbours=[
            (pair, other) for pair, other in neighbours_of(growing.plant) if other.pk in standing
        ],
    )


def _may_freeze(growing: Growing, *, climate: str) -> bool:
    """Whether a tender plant was put outside while it may still freeze there."""
    tender = growing.plant is not None and growing.plant.frost_tender
    half = half_of(month=growing.on.month, day=growing.on.day)
    return bool(tender) and growing.way != Way.COVER and may_freeze(half, climate)


def _grown(row: Growing) -> Grown:
    return Grown(
        year=row.on.year,
        family=row.plant.family if row.plant else "",
        bed=row.bed,
        name=row.name,
    )


def neighbours_of(plant: Plant) -> list[tuple[Neighbours, Plant]]:
    """Who helps and who harms a plant, helpers last in the alphabet of effects; one query."""
    pairs = Neighbours.objects.filter(Q(plant=plant) | Q(other=plant))
    return [(pair, pair.beside(plant.pk)) for pair in pairs.select_related("plant", "other")]


def beds_of(tenancy: Tenancy) -> list[str]:
    """The names given to beds on this corner; one query."""
    named = Growing.objects.at(tenancy.plot_id, tenancy.part).exclude(bed="")
    return sorted(set(named.order_by().values_list("bed", flat=True)))
