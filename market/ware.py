"""A product on its own page: the days one can have it, and where its price goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from commons.money import vat_included
from market import queries
from market.models import BasketLine, Collective, Offer, Producer, Product
from market.sellers import Seller, seller_of
from market.shelf import ShelfItem
from market.shop import Choice, choice_of

DAYS_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Coming:
    """An offer on a day to come, and what the visitor has of it."""

    item: ShelfItem
    pitch: int | None
    takes_orders: bool
    is_early: bool

    @property
    def offer(self) -> Offer:
        return self.item.offer

    @property
    def choice(self) -> Choice:
        return choice_of(self.item)


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Where a price goes, as far as rows know it: to the State as VAT, to the seller for the rest."""

    price_cents: int
    vat_cents: int
    rate: Decimal

    @property
    def seller_cents(self) -> int:
        return self.price_cents - self.vat_cents

    @property
    def seller_percent(self) -> float:
        return round(100 * self.seller_cents / self.price_cents, 1)


@dataclass(frozen=True, kw_only=True)
class SeenProduct:
    product: Product
    collective: Collective
    seller: Seller
    coming: list[Coming]
    shares: Shares | None
    basket_lines: list[BasketLine]  # of the visitor's basket for the first of those days
    is_organic: bool

    @property
    def is_resold(self) -> bool:
        return bool(self.product.producer.settlement == Producer.Settlement.RESOLD)

    @property
    def offer(self) -> Offer | None:
        """The first to come: the price that the page is headed with."""
        return self.coming[0].offer if self.coming else None


def seen(
    product: Product, *, visitor: UUID | None, troubles: Mapping[int, str], at: datetime
) -> SeenProduct:
    """A product with its next offers, in a number of queries that does not grow."""
    offers = list(queries.coming_offers(product, at=at)[:DAYS_SHOWN])
    collective = Collective.load()
    seller = seller_of(product.producer, collective=collective)
    return SeenProduct(
        product=product,
        collective=collective,
        seller=seller,
        coming=_coming(offers, visitor=visitor, troubles=troubles, at=at),
        shares=shares_of(offers[0], seller=seller) if offers else None,
        basket_lines=queries.chosen_on(offers[0].market_day, visitor=visitor) if offers else [],
        is_organic=any(offer.is_organic() for offer in offers) or product.is_organic_on(at.date()),
    )


def shares_of(offer: Offer, *, seller: Seller) -> Shares:
    """A seller who charges no VAT keeps the whole price."""
    rate = seller.vat_rate(offer.product)
    return Shares(
        price_cents=offer.price_cents,
        vat_cents=vat_included(gross_cents=offer.price_cents, rate=rate),
        rate=rate,
    )


def _coming(
    offers: list[Offer], *, visitor: UUID | None, troubles: Mapping[int, str], at: datetime
) -> list[Coming]:
    chosen = _chosen(offers, visitor=visitor)
    return [
        Coming(
            item=ShelfItem(
                offer=offer,
                chosen=chosen.get(offer.pk, Decimal(0)),
                trouble=troubles.get(offer.pk, ""),
            ),
            pitch=getattr(offer, "pitch", None),
            takes_orders=offer.market_day.takes_orders(at=at),
            is_early=offer.market_day.is_early(at=at),
        )
        for offer in offers
    ]


def _chosen(offers: list[Offer], *, visitor: UUID | None) -> dict[int, Decimal]:
    if visitor is None:
        return {}
    lines = BasketLine.objects.filter(
        basket__visitor=visitor, basket__ordered_at=None, offer__in=offers
    )
    return dict(lines.values_list("offer_id", "quantity"))
