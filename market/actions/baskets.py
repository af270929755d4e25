"""The verbs of a basket: filled by a visitor, forgotten when left."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market import rules
from market.models import Basket, BasketLine, Offer
from market.refusals import (
    OrdersClosedError,
    Shortage,
    ShortStockError,
    WrongQuantityError,
)


def set_basket_line(*, visitor: UUID, offer_id: int, quantity: Decimal, now: datetime) -> Basket:
    """Have this much of an offer in the visitor's basket; zero takes it out. Nothing is reserved.

    It sets and never adds, so that a form sent twice does no harm. Raises OrdersClosedError,
    WrongQuantityError, or ShortStockError when less than that is left just now.
    """
    with transaction.atomic(durable=True):
        offer = Offer.objects.select_related("product", "market_day").get(pk=offer_id)
        if quantity > 0:
            _check_line(offer, quantity=quantity, now=now)
        # Locked: a basket being ordered in another tab takes no line more, the next basket does.
        basket, _created = Basket.objects.select_for_update().get_or_create(
            visitor=visitor, market_day=offer.market_day, ordered_at=None
        )
        if quantity > 0:
            BasketLine.objects.update_or_create(
                basket=basket,
                offer=offer,
                defaults={"quantity": quantity, "seen_price_cents": offer.price_cents},
            )
        else:
            BasketLine.objects.filter(basket=basket, offer=offer).delete()
        basket.save(update_fields=["updated_at"])
    return basket


def forget_left_baskets(*, now: datetime) -> int:
    """Delete baskets that nobody ordered, once the visit they belong to has ended too."""
    with transaction.atomic(durable=True):
        left = Basket.objects.filter(ordered_at=None, updated_at__lt=now - rules.KEEP_BASKETS_FOR)
        return left.delete()[0]


def _check_line(offer: Offer, *, quantity: Decimal, now: datetime) -> None:
    if not offer.market_day.takes_orders(at=now):
        raise OrdersClosedError(offer.market_day)
    if not rules.is_whole_steps(quantity, step=offer.product.step):
        raise WrongQuantityError(f"{quantity} is not a multiple of {offer.product.step}")
    if quantity > offer.left:
        raise ShortStockError([Shortage(product=offer.product, wanted=quantity, left=offer.left)])
