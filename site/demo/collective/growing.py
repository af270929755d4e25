"""Three seasons of garden logs: what the households sowed, planted, picked and gave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from commons.plants.climates import Climate
from commons.plants.models import Plant
from demo.collective.keys import key
from gardens.models import Garden, Growing, Harvest, Surplus, Tenancy
from gardens.rules.growing import Way

ZONES = {"lavandieres": Climate.NORTH_EAST, "fournil": Climate.SOUTH}
SEASONS = 3
OF_THE_GARDENER = ("lavandieres", 9, 1)


@dataclass(frozen=True)
class Sown:
    """A day of the year, a gesture, a plant, and where. ``beds`` turn with the years, as rotation asks."""

    month: int
    day: int
    way: Way
    plant: str
    bed: int = 0
    quantity: str = ""
    words: str = ""


@dataclass(frozen=True)
class Picked:
    month: int
    day: int
    plant: str
    grams: int | None = None
    pieces: int | None = None
    given: bool = False


BEDS = ("Carré du fond", "Rang du milieu", "Le long de l’allée", "Bac près de l’eau")

SEASON = (
    Sown(3, 4, Way.COVER, "tomate", 0, "24 godets", "Cœur de bœuf, et une noire d’une voisine."),
    Sown(3, 12, Way.OPEN, "feve", 3, "un rang"),
    Sown(3, 29, Way.OPEN, "radis", 3, "un rang"),
    Sown(
        4,
        12,
        Way.OPEN,
        "carotte",
        2,
        "deux rangs",
        "Sable mêlé aux graines : levée bien plus régulière.",
    ),
    Sown(4, 12, Way.PLANTED, "oignon", 2, "80 bulbilles"),
    Sown(4, 19, Way.PLANTED, "pomme-de-terre", 1, "30 plants"),
    Sown(5, 2, Way.OPEN, "radis", 3, "un rang"),
    Sown(5, 18, Way.PLANTED, "tomate", 0, "10 plants"),
    Sown(5, 18, Way.PLANTED, "courgette", 3, "2 plants", "Deux suffisent. Toujours."),
    Sown(5, 20, Way.OPEN, "haricot-vert", 1, "deux rangs"),
    Sown(6, 20, Way.PLANTED, "poireau", 1, "60 plants"),
    Sown(7, 5, Way.OPEN, "laitue", 2, "un rang"),
    Sown(8, 28, Way.OPEN, "epinard", 3, "deux rangs"),
    Sown(9, 12, Way.OPEN, "mache", 0, "à la volée"),
    Sown(10, 24, Way.PLANTED, "ail", 2, "40 caïeux", "Lune ou pas, la terre était souple."),
    Sown(11, 8, Way.OPEN, "feve", 1, "un rang"),
)
PICKED = (
    Picked(4, 30, "radis", None, 2), Picked(5, 28, "radis", None, 3), Picked(6, 14, "feve", 1_800),
    Picked(6, 30, "laitue", None, 4, given=True), Picked(7, 9, "courgette", 2_400),
    Picked(7, 16, "courgette", 3_100, given=True), Picked(7, 20, "haricot-vert", 1_250),
    Picked(7, 28, "tomate", 900), Picked(8, 8, "tomate", 4_200), Picked(8, 15, "tomate", 6_000, given=True),
    Picked(8, 22, "pomme-de-terre", 18_500), Picked(8, 29, "oignon", 5_600), Picked(9, 5, "tomate", 3_700),
    Picked(9, 19, "carotte", 2_900), Picked(10, 3, "carotte", 3_300, given=True),
    Picked(10, 20, "epinard", 700), Picked(10, 31, "mache", 250), Picked(11, 9, "poireau", None, 12),
    Picked(11, 18, "mache", 300), Picked(11, 19, "poireau", None, 10, given=True),
)  # fmt: skip
# What waits for its baskets, from which plots: days from today, and how much.
OFFERED = (
    (9, "courge", 1, "trois potimarrons"),
    (12, "poireau", 2, "une grosse botte"),
    (4, "epinard", 0, "un cageot"),
)


def lay(*, now: datetime) -> None:
    """Once: logs that exist are the households' own."""
    if Growing.objects.exists():
        return
    for slug, zone in ZONES.items():
        Garden.objects.filter(slug=slug).update(zone=zone)
    today = timezone.localdate(now)
    plants = {plant.slug: plant for plant in Plant.objects.all()}
    tenancies = list(
        Tenancy.objects.current(on=today).select_related("plot__garden").order_by("plot", "part")
    )
    with transaction.atomic():
        for rank, tenancy in enumerate(tenancies):
            _sow(tenancy, plants, rank=rank, today=today)
            _pick(tenancy, plants, rank=rank, today=today)
        _offer(tenancies, plants, today=today)


def _sow(tenancy: Tenancy, plants: dict[str, Plant], *, rank: int, today: date) -> None:
    Growing.objects.bulk_create(
        Growing(
            **_line(tenancy, plants[sown.plant], on=on, told=("sown", order)),
            way=sown.way,
            bed=BEDS[(sown.bed + on.year) % len(BEDS)] if _is_the_gardener(tenancy) else "",
            quantity=sown.quantity,
            words=sown.words if _is_the_gardener(tenancy) else "",
        )
        for order, sown in enumerate(_share(SEASON, tenancy, rank=rank))
        for on in _days(sown.month, sown.day, tenancy, today=today)
    )


def _pick(tenancy: Tenancy, plants: dict[str, Plant], *, rank: int, today: date) -> None:
    Harvest.objects.bulk_create(
        Harvest(
            **_line(tenancy, plants[picked.plant], on=on, told=("picked", order)),
            grams=picked.grams and round(picked.grams * (8 + rank % 5) / 10),
            pieces=picked.pieces,
            solidarity=picked.given,
        )
        for order, picked in enumerate(_share(PICKED, tenancy, rank=rank))
        for on in _days(picked.month, picked.day, tenancy, today=today)
    )


def _share(whole: Sequence[Any], tenancy: Tenancy, *, rank: int) -> Sequence[Any]:
    """The gardener notes all; the others two lines of three, not the same."""
    if _is_the_gardener(tenancy):
        return whole
    return [line for order, line in enumerate(whole) if (order + rank) % 3]


def _is_the_gardener(tenancy: Tenancy) -> bool:
    plot = tenancy.plot
    return (plot.garden.slug, plot.number, tenancy.part) == OF_THE_GARDENER


def _days(month: int, day: int, tenancy: Tenancy, *, today: date) -> Iterator[date]:
    """That day of each season the household has lived here."""
    for year in range(today.year - SEASONS + 1, today.year + 1):
        on = date(year, month, day)
        if tenancy.starts_on <= on <= today:
            yield on


def _line(tenancy: Tenancy, plant: Plant, *, on: date, told: tuple[str, int]) -> dict[str, Any]:
    noon = timezone.make_aware(datetime.combine(on, time(12)))
    return {
        "plot": tenancy.plot,
        "part": tenancy.part,
        "tenancy": tenancy,
        "plant": plant,
        "on": on,
        "created_at": noon,
        "form_key": key(told[0], str(tenancy.pk), str(told[1]), on.isoformat()),
    }


def _offer(tenancies: Sequence[Tenancy], plants: dict[str, Plant], *, today: date) -> None:
    by_plot = {
        t.plot.number: t
        for t in tenancies
        if t.plot.garden.slug == OF_THE_GARDENER[0] and t.part == 1
    }
    Surplus.objects.bulk_create(
        Surplus(
            **_line(
                by_plot[number], plants[slug], on=today + timedelta(days), told=("surplus", days)
            ),
            how_much=how_much,
        )
        for number, slug, days, how_much in OFFERED
        if number in by_plot
    )
