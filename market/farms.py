"""What the public pages say of those who sell: where they come from, what they bring, when, and how they are paid."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians, sin, sqrt

from django.db.models import QuerySet
from django.utils.translation import get_language

from market.models import (
    Collective,
    MarketDay,
    Offer,
    Producer,
    ProducerIndexPage,
    ProducerPage,
    Product,
    Stall,
)
from market.plans import Plan, draw
from market.plans.floor import Floor, floor_of
from market.sellers import Seller, seller_of

DAYS_SHOWN = 4

# The sketch of distances: a square of 400 around the hall.
MIDDLE = 200
NEAREST, FARTHEST = 52, 165  # from the hall's drawing to the outer ring
RINGS_KM = (5, 10, 20, 30, 40, 60, 80, 100, 150)
GOLDEN_ANGLE = 137.5  # in degrees: neighbours in the list never lie side by side


@dataclass(frozen=True, kw_only=True)
class Farm:
    """One producer, as a list shows them."""

    producer: Producer
    goods: list[str]
    next_stall: Stall | None


@dataclass(frozen=True, kw_only=True)
class Dot:
    """Where the sketch of distances draws a farm; only its distance is true, not its direction."""

    farm: Farm
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Ring:
    km: int
    radius: float
    label_x: float
    label_y: float


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    farms: list[Farm]
    dots: list[Dot]
    rings: list[Ring]


@dataclass(frozen=True, kw_only=True)
class Ware:
    """A product, and its offer on the first day to come that has some."""

    product: Product
    offer: Offer | None


@dataclass(frozen=True, kw_only=True)
class SeenFarm:
    """All that a producer's page shows besides its story."""

    producer: Producer
    seller: Seller
    wares: list[Ware]
    stalls: list[Stall]
    plan: Plan | None

    @property
    def is_resold(self) -> bool:
        return bool(self.producer.settlement == Producer.Settlement.RESOLD)


def around(*, at: datetime) -> Surroundings:
    """Every producer, the nearest first: three queries, however many they are."""
    producers = list(Producer.objects.order_by("distance_km", "name"))
    goods, stalls = _goods(), _next_stalls(at=at)
    farms = [
        Farm(
            producer=producer,
            goods=goods[producer.pk],
            next_stall=stalls.get(producer.pk),
        )
        for producer in producers
    ]
    farthest = max((farm.producer.distance_km for farm in farms), default=0)
    return Surroundings(
        farms=farms, dots=list(_dots(farms, farthest)), rings=rings_to(farthest, farms=len(farms))
    )


def page_of(producer: Producer) -> ProducerPage | None:
    """The published page that tells a producer in the reader's language."""
    pages = ProducerPage.objects.live().filter(locale__language_code=get_language() or "fr")
    page: ProducerPage | None = pages.filter(producer=producer).first()
    return page


def crumbs_of(producer: Producer) -> list[dict[str, str]]:
    """The way back to the list of producers, where an editor has published one."""
    index = (
        ProducerIndexPage.objects.live()
        .filter(locale__language_code=get_language() or "fr")
        .select_related("locale")
    )
    return [
        *({"title": page.title, "url": page.url or ""} for page in index[:1]),
        {"title": producer.name, "url": ""},
    ]


def seen(producer: Producer, *, at: datetime) -> SeenFarm:
    """A producer with their products, their next days and the plan of the first of them."""
    stalls = list(_coming_stalls(at=at).filter(producer=producer)[:DAYS_SHOWN])
    return SeenFarm(
        producer=producer,
        seller=seller_of(producer, collective=Collective.load()),
        wares=_wares(producer, at=at),
        stalls=stalls,
        plan=_plan(stalls, producer=producer),
    )


def radius_of(km: int, *, farthest: int) -> float:
    """How far from the hall the sketch draws a distance: near ones are told apart, far ones fit."""
    part = sqrt(km / farthest) if farthest else 0
    return round(NEAREST + (FARTHEST - NEAREST) * part, 1)


def rings_to(farthest: int, *, farms: int) -> list[Ring]:
    """Circles at a few round distances, up to the farthest farm, labelled where no farm is drawn."""
    kept = [km for km in RINGS_KM if km <= farthest][-3:]
    radii = [(km, radius_of(km, farthest=farthest)) for km in kept]
    clear = clear_angle([_angle(rank) for rank in range(farms)])
    return [
        Ring(
            km=km,
            radius=radius,
            label_x=round(MIDDLE + radius * cos(radians(clear)), 1),
            label_y=round(MIDDLE + radius * sin(radians(clear)), 1),
        )
        for km, radius in radii
    ]


def clear_angle(taken: Collection[float]) -> float:
    """The direction, in degrees, that lies farthest from every one that is taken."""

    def room(angle: float) -> float:
        return min((abs((angle - other + 180) % 360 - 180) for other in taken), default=0)

    return max(range(0, 360, 5), key=room)


def _angle(rank: int) -> float:
    return (GOLDEN_ANGLE * rank + 40) % 360


def _dots(farms: Iterable[Farm], farthest: int) -> Iterable[Dot]:
    for rank, farm in enumerate(farms):
        angle = radians(_angle(rank))
        radius = radius_of(farm.producer.distance_km, farthest=farthest)
        yield Dot(
            farm=farm,
            x=round(MIDDLE + radius * cos(angle), 1),
            y=round(MIDDLE + radius * sin(angle), 1),
        )


def _goods() -> dict[int, list[str]]:
    """The shelves each producer fills, in the order of the market."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = set(Product.objects.order_by().values_list("producer_id", "category").distinct())
    for category in Product.Category:
        for producer_id, shelf in rows:
            if shelf == category:
                found[producer_id].append(str(category.label))
    return found


def _coming_stalls(*, at: datetime) -> QuerySet[Stall]:
    return (
        Stall.objects.filter(market_day__state__in=MarketDay.COMING, market_day__closes_at__gt=at)
        .select_related("market_day", "pitch")
        .order_by("market_day__opens_at")
    )


def _next_stalls(*, at: datetime) -> dict[int, Stall]:
    first = (
        _coming_stalls(at=at)
        .order_by("producer_id", "market_day__opens_at")
        .distinct("producer_id")
    )
    return {stall.producer_id: stall for stall in first}


def _wares(producer: Producer, *, at: datetime) -> list[Ware]:
    """What they sell; first what can be had in the coming days."""
    offers = Offer.objects.filter(
        product__producer=producer,
        on_sale=True,
        market_day__state__in=MarketDay.COMING,
        market_day__closes_at__gt=at,
    ).select_related("market_day", "product")
    first = {offer.product_id: offer for offer in offers.order_by("-market_day__opens_at")}
    products = producer.products.select_related("plant").order_by("category", "name_fr")
    wares = [Ware(product=product, offer=first.get(product.pk)) for product in products]
    return sorted(wares, key=lambda ware: ware.offer is None)


def _plan(stalls: Collection[Stall], *, producer: Producer) -> Plan | None:
    if not stalls:
        return None
    (first, *_others) = stalls
    floor: Floor = floor_of(first.market_day, sought=producer.pk)
    return draw(floor)
