"""The day's prices, to print and take along: every stall, every offer, no stock and no basket."""

from dataclasses import dataclass
from itertools import groupby

from commons.cms.spoken import say_price
from market.models import MarketDay, Offer, Producer, Product
from market.queries.shop import conditions_of, offers_for
from market.shop.facts import say_kind, say_per
from market.wishes import Grouping, Wishes


@dataclass(frozen=True, kw_only=True)
class PriceRow:
    product: Product
    is_organic: bool
    price: str
    per: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class PricedStall:
    producer: Producer
    pitch: int | None
    rows: list[PriceRow]


def price_list(wishes: Wishes, *, market_day: MarketDay) -> list[PricedStall]:
    """What answers the wishes, by stall whatever their grouping; one query."""
    wishes = wishes.turning(grouping=Grouping.STALL)
    conditions = conditions_of(wishes, market_day=market_day)
    offers = offers_for(wishes, market_day=market_day, conditions=conditions)
    stalls = groupby(offers, key=lambda offer: offer.product.producer)
    return [_stall(producer, list(found), market_day=market_day) for producer, found in stalls]


def _stall(producer: Producer, offers: list[Offer], *, market_day: MarketDay) -> PricedStall:
    return PricedStall(
        producer=producer,
        pitch=getattr(offers[0], "pitch", None),
        rows=[
            PriceRow(
                product=offer.product,
                is_organic=offer.product.is_organic_on(market_day.date),
                price=say_price(offer.price_cents),
                per=say_per(offer),
                kind=say_kind(offer.product),
            )
            for offer in offers
        ],
    )
