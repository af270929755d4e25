"""A month of the year as the season page tells it: what is sold, sown, planted and picked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_AP
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _

from commons.plants.models import Plant
from market import queries as market
from market.models import MarketDay, Offer


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month of the strip one moves along."""

    number: int
    current: bool
    present: bool

    @property
    def name(self) -> str:
        return str(capfirst(MONTHS[self.number]))

    @property
    def numbers(self) -> list[int]:
        """For ``say_months``: "en novembre"."""
        return [self.number]

    @property
    def short(self) -> str:
        return str(MONTHS_AP[self.number])

    @property
    def url(self) -> str:
        return f"?mois={self.number}"


@dataclass(frozen=True, kw_only=True)
class Produce:
    """A plant in season, and the crates of the next market day that hold it."""

    plant: Plant
    offers: Sequence[Offer]


@dataclass(frozen=True, kw_only=True)
class Work:
    """A task of the month in the gardens, and what it is done to."""

    title: str
    pictogram: str
    plants: Sequence[Plant]


@dataclass(frozen=True, kw_only=True)
class Season:
    """All that the page of a month shows."""

    month: Month
    year: Sequence[Month]
    market_day: MarketDay | None
    on_stalls: Sequence[Produce]
    also: Sequence[Plant]
    works: Sequence[Work]
    coming: Sequence[Plant]
    ending: Sequence[Plant]

    @property
    def before(self) -> Month:
        return self.year[self.month.number - 2]

    @property
    def after(self) -> Month:
        return self.year[self.month.number % 12]


def read(address: Mapping[str, str], *, now: datetime) -> Season:
    """The month an address asks for (``?mois=11``), the present one when it asks for none; three queries."""
    today = timezone.localdate(now)
    number = month_of(address.get("mois", "")) or today.month
    plants = sorted(Plant.objects.all(), key=lambda plant: slugify(plant.name))
    after = number % 12 + 1
    market_day = _market_day_of(number, now=now)
    offers = _offers_by_plant(market_day)
    in_season = [plant for plant in plants if number in plant.season]
    months = [
        Month(number=each, current=each == number, present=each == today.month)
        for each in range(1, 13)
    ]
    return Season(
        month=months[number - 1],
        year=months,
        market_day=market_day,
        on_stalls=[
            Produce(plant=plant, offers=offers[plant.pk])
            for plant in in_season
            if plant.pk in offers
        ],
        also=[plant for plant in in_season if plant.pk not in offers],
        works=_works(plants, month=number),
        coming=[p for p in plants if after in p.season and number not in p.season],
        ending=[p for p in in_season if after not in p.season],
    )


def month_of(text: str) -> int:
    """ "11" → 11; 0 for what is not a month."""
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 12 else 0


def _market_day_of(month: int, *, now: datetime) -> MarketDay | None:
    """The next market day, when it falls in the month shown: prices of another month would mislead."""
    coming = market.next_market_day(at=now)
    return coming if coming and coming.date.month == month else None


def _offers_by_plant(market_day: MarketDay | None) -> dict[int, list[Offer]]:
    """What is left on sale that day, by plant, the nearest pitch first."""
    found: dict[int, list[Offer]] = {}
    if market_day is None:
        return found
    left = market.offers_on(market_day).filter(
        product__plant__isnull=False, reserved__lt=F("quantity")
    )
    for offer in left:
        found.setdefault(offer.product.plant_id or 0, []).append(offer)
    return found


def _works(plants: Sequence[Plant], *, month: int) -> list[Work]:
    """The month's work in the gardens, in the order of a plant's life; a task without a plant is left out."""
    works = (
        (_("Semer sous abri"), "semis", "sow_cover"),
        (_("Semer en pleine terre"), "sachet", "sow_open"),
        (_("Planter"), "beche", "plant"),
        (_("Récolter"), "panier", "harvest"),
    )
    found = (
        Work(title=title, pictogram=drawing, plants=[p for p in plants if month in getattr(p, row)])
        for title, drawing, row in works
    )
    return [work for work in found if work.plants]
