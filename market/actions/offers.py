"""The verbs of an offer: put on sale, changed, closed, opened again, and all of a producer's taken off at once."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from market import offering, queries
from market.models import MarketDay, Offer, Order, Product


def put_on_sale(
    *, market_day_id: int, product_id: int, price_cents: int, quantity: Decimal
) -> Offer:
    """Offer a product on a day.

    Raises an OfferRefusedError: it lacks a fact, is offered already, or the day is off or was held.
    """
    with transaction.atomic(durable=True):
        market_day = MarketDay.objects.get(pk=market_day_id)
        product = Product.objects.select_related("plant", "producer").get(pk=product_id)
        return offering.create(
            market_day=market_day, product=product, price_cents=price_cents, quantity=quantity
        )


def set_offer(
    *,
    offer_id: int,
    price_cents: int | None = None,
    quantity: Decimal | None = None,
    on_sale: bool | None = None,
) -> None:
    """Have this price, this much of it, open or closed; what is not said stays. Placed orders stay as they are.

    It sets and never adds, so that a form sent twice does no harm. Raises an OfferRefusedError.
    """
    with transaction.atomic(durable=True):
        offer = offering.with_goods().get(pk=offer_id)
        offering.change(offer, price_cents=price_cents, quantity=quantity, on_sale=on_sale)


def close_offer(*, offer_id: int) -> None:
    """Take no more orders of it; those placed stay."""
    set_offer(offer_id=offer_id, on_sale=False)


def reopen_offer(*, offer_id: int) -> None:
    """Take orders again. Raises NotSellableError when its product has since lost a fact."""
    set_offer(offer_id=offer_id, on_sale=True)


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """What a withdrawal closed, and the orders that hold goods of that producer: somebody must call them."""

    closed: int
    orders: list[Order]


def withdraw_producer(*, market_day_id: int, producer_id: int) -> Withdrawn:
    """Close all that a producer offers on a day; placed orders are untouched, and listed."""
    with transaction.atomic(durable=True):
        # In id order, as every verb that writes stock: see market.guards.stock.
        offers = Offer.objects.select_for_update(no_key=True).filter(
            market_day=market_day_id, product__producer=producer_id
        )
        ids = [offer.pk for offer in offers.order_by("pk")]
        closed = Offer.objects.filter(pk__in=ids, on_sale=True).update(on_sale=False)
        return Withdrawn(closed=closed, orders=list(queries.orders_holding(ids)))
