"""The offers of a day that answer a shopper's wishes, counted and in their groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, reduce
from operator import and_

from django.db.models import Case, Count, F, IntegerField, OrderBy, Q, QuerySet, Value, When

from commons.finding.found import Wanted
from commons.finding.matching import matching
from market.models import MarketDay, Offer, Product
from market.queries.shelves import is_in_season, offers_on
from market.wishes import Grouping, Wishes


class Phase(IntEnum):
    """A moment of a season, in the order they are shown: what goes soon comes first."""

    ENDING = 0
    STARTING = 1
    FULL = 2
    ALWAYS = 3
    OUT = 4


Conditions = Mapping[tuple[str, str], Q]


def conditions_of(wishes: Wishes, *, market_day: MarketDay) -> Conditions:
    """What each wish asks of an offer, by the name of the wish and, for allergens, its code."""
    producer = Q(product__producer__slug=wishes.producer)
    asked = {
        "category": (wishes.category, Q(product__category=wishes.category)),
        "producer": (wishes.producer, producer),
        "organic": (wishes.organic, _organic_on(market_day)),
        "in_season": (wishes.in_season, is_in_season(market_day.date.month)),
        "within_km": (
            wishes.within_km is not None,
            Q(product__producer__distance_km__lte=wishes.within_km or 0),
        ),
    }
    conditions = {(name, ""): condition for name, (wanted, condition) in asked.items() if wanted}
    conditions |= {("without", code): _without(code) for code in wishes.without}
    if wishes.words:
        found = matching(Product, Wanted.read(wishes.words)).values("pk")
        conditions[("words", "")] = Q(product__in=found)
    return conditions


def all_of(conditions: Conditions, *, but: frozenset[str] = frozenset()) -> Q:
    """Every condition, save those of the wishes named."""
    return reduce(and_, (q for (name, _value), q in conditions.items() if name not in but), Q())


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A category at a producer's, and how many of its offers answer all the wishes but these two."""

    category: str
    producer: str
    producer_name: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How much of a day answers some wishes, from one question."""

    wishes: Wishes
    shelves: list[Shelf]

    @cached_property
    def shown(self) -> list[Shelf]:
        return [shelf for shelf in self._at(self.wishes.producer) if self._is_in_category(shelf)]

    @property
    def total(self) -> int:
        return sum(shelf.count for shelf in self.shown)

    @property
    def stalls(self) -> int:
        return len({shelf.producer for shelf in self.shown if shelf.count})

    @property
    def categories(self) -> dict[str, int]:
        """How many each would show; those of a day that have nothing for these wishes too."""
        return _summed((shelf.category, shelf.count) for shelf in self._at(self.wishes.producer))

    @property
    def producers(self) -> dict[str, str]:
        """The names of those who sell on the day, by slug."""
        return {shelf.producer: shelf.producer_name for shelf in self.shelves}

    def _at(self, producer: str) -> list[Shelf]:
        return [s for s in self.shelves if not producer or s.producer == producer]

    def _is_in_category(self, shelf: Shelf) -> bool:
        return not self.wishes.category or shelf.category == self.wishes.category


def answer_to(wishes: Wishes, *, market_day: MarketDay, conditions: Conditions) -> Answer:
    """One query, however many offers."""
    others = all_of(conditions, but=frozenset({"category", "producer"}))
    rows = (
        _on_sale(market_day)
        .values_list("product__category", "product__producer__slug", "product__producer__name")
        .annotate(count=Count("pk", filter=others or None))
        .order_by("product__producer__name", "product__category")
    )
    return Answer(
        wishes=wishes,
        shelves=[
            Shelf(category=category, producer=slug, producer_name=name, count=count)
            for category, slug, name, count in rows
        ],
    )


def what_to_drop(market_day: MarketDay, *, conditions: Conditions) -> dict[tuple[str, str], int]:
    """How many offers would answer without each wish alone; one query."""
    without = {
        f"without_{rank}": reduce(and_, (q for key, q in conditions.items() if key != dropped), Q())
        for rank, dropped in enumerate(conditions)
    }
    counts = _on_sale(market_day).aggregate(
        **{name: Count("pk", filter=others or None) for name, others in without.items()}
    )
    return dict(zip(conditions, (counts[name] for name in without), strict=True))


def offers_for(wishes: Wishes, *, market_day: MarketDay, conditions: Conditions) -> QuerySet[Offer]:
    """What answers, group after group; by season, each with its ``phase``. Their day is not read again."""
    cards = offers_on(market_day).select_related(None)
    offers = cards.select_related("product__producer", "product__plant").filter(all_of(conditions))
    heads: dict[str, list[OrderBy]] = {
        Grouping.CATEGORY: [_rank_of_category().asc()],
        Grouping.SEASON: [F("phase").asc()],
    }
    if wishes.grouping == Grouping.SEASON:
        offers = offers.annotate(phase=_phase(market_day.date.month))
    if wishes.grouping in heads:
        names = ("product__name_fr", "product__producer__name")
        return offers.order_by(*heads[wishes.grouping], *names)
    return offers


def _on_sale(market_day: MarketDay) -> QuerySet[Offer]:
    return Offer.objects.filter(market_day=market_day, on_sale=True)


def _organic_on(market_day: MarketDay) -> Q:
    return Q(product__organic=True, product__certificate_until__gte=market_day.date)


def _without(code: str) -> Q:
    """What holds none of an allergen: where nobody has said yet, nothing is promised."""
    return ~Q(product__allergen_codes=[]) & ~Q(product__allergen_codes__contains=[code])


def _rank_of_category() -> Case:
    ranks = (
        When(product__category=category, then=Value(rank))
        for rank, category in enumerate(Product.Category.values)
    )
    return Case(*ranks, output_field=IntegerField())


def _phase(month: int) -> Case:
    """Where an offer stands in its season, in a month of 1-12."""
    now, before, after = (is_in_season((month - 1 + shift) % 12 + 1) for shift in (0, -1, 1))
    timeless = Q(product__own_season=[]) & (Q(product__plant=None) | Q(product__plant__season=[]))
    return Case(
        When(timeless, then=Value(Phase.ALWAYS)),
        When(~now, then=Value(Phase.OUT)),
        When(~after, then=Value(Phase.ENDING)),
        When(~before, then=Value(Phase.STARTING)),
        default=Value(Phase.FULL),
        output_field=IntegerField(),
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for key, count in pairs:
        sums[key] = sums.get(key, 0) + count
    return sums
