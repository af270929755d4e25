"""What a file would do: its faults, what it creates, and what it changes, before → after."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from commons.plants.models import Plant
from market import own, rules
from market.models import Collective, MarketDay, Offer, Producer, Product
from market.sheets.cells import plain


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong, at which line of the file and in which column ("" for the whole line)."""

    row: int
    column: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Change:
    column: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line that creates or changes a product; ``lacks`` is what would still keep it off the stalls."""

    row: int
    product: Product
    changes: list[Change]
    lacks: list[rules.Lack]
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Plan:
    faults: list[Fault]
    entries: list[Entry]
    unchanged: int

    @property
    def created(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_new]

    @property
    def changed(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.is_new]

    @property
    def fingerprint(self) -> str:
        """The same as long as the file would do the same: what was seen is what is written."""
        said: list[Any] = [(entry.row, entry.product.pk, entry.changes) for entry in self.entries]
        return sha256(repr(said).encode()).hexdigest()


@dataclass(kw_only=True)
class Shelf:
    """All that a plan compares a file with, read in a handful of queries however long the file."""

    producers: dict[str, Producer]
    products: dict[tuple[int, str], Product]
    plants: dict[str, Plant]
    slugs: set[str]
    on_sale: dict[int, list[date]]
    today: date
    alcohol_allowed: bool
    seen: dict[tuple[int, str], int] = field(default_factory=dict)

    def lacks(self, product: Product, *, on: date) -> list[rules.Lack]:
        return rules.missing_facts(product, on=on, alcohol_allowed=self.alcohol_allowed)


def read_shelf(person: Any, *, now: datetime, lock: bool = False) -> Shelf:
    """Of the goods that a person may keep; ``lock`` them when they are about to be written."""
    producers, products = own.producers_of(person), own.products_of(person)
    if lock:
        producers = producers.select_for_update(no_key=True).order_by("pk")
        products = products.select_for_update(no_key=True, of=("self",)).order_by("pk")
    farms = list(producers)
    known = list(products.select_related("plant", "producer"))
    return Shelf(
        producers={plain(farm.name): farm for farm in farms},
        products={(goods.producer_id, plain(goods.name_fr)): goods for goods in known},
        plants={plain(plant.name_fr): plant for plant in Plant.objects.all()},
        slugs=set(Product.objects.values_list("slug", flat=True)),
        on_sale=_on_sale(known, now=now),
        today=timezone.localdate(now),
        alcohol_allowed=Collective.load().allows_alcohol,
    )


def _on_sale(products: Iterable[Product], *, now: datetime) -> dict[int, list[date]]:
    """The days to come on which each is on sale."""
    offers = Offer.objects.filter(
        product__in=[product.pk for product in products],
        on_sale=True,
        market_day__closes_at__gt=now,
    ).exclude(market_day__state=MarketDay.State.CANCELLED)
    days: dict[int, list[date]] = {}
    for product_id, day in offers.values_list("product", "market_day__date"):
        days.setdefault(product_id, []).append(day)
    return days
