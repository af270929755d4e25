"""Puts in the basket all that somebody usually takes, at one tap."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.models import Basket, BasketLine, IfShort, MarketDay, Offer
from market.refusals import OrdersClosedError, Shortage


def put_usuals(
    *, visitor: UUID, market_day_id: int, wanted: Mapping[int, Decimal], now: datetime
) -> list[Shortage]:
    """Have each offer's quantity in the basket, or what is left of it; return what fell short.

    What the basket holds already stays as the visitor chose it, so that a form sent twice does no
    harm. Nothing is reserved. Raises OrdersClosedError.
    """
    with transaction.atomic(durable=True):
        market_day = MarketDay.objects.get(pk=market_day_id)
        if not market_day.takes_orders(at=now):
            raise OrdersClosedError(market_day)
        basket = _locked(visitor, market_day)
        short = put_in(basket, wanted=wanted)
        basket.save(update_fields=["updated_at"])
    return short


def put_in(
    basket: Basket, *, wanted: Mapping[int, Decimal], if_short: Mapping[int, str] | None = None
) -> list[Shortage]:
    """The same for a basket that the caller's transaction has locked; ``if_short`` says what to do by offer."""
    offers = (
        Offer.objects.filter(pk__in=wanted.keys() - _held(basket), market_day=basket.market_day_id)
        .select_related("product")
        .order_by("product__name_fr")
    )
    lines, short = [], []
    for offer in offers:
        quantity = min(wanted[offer.pk], offer.left)
        if quantity < wanted[offer.pk]:
            short.append(Shortage(product=offer.product, wanted=wanted[offer.pk], left=quantity))
        if quantity > 0:
            wish = (if_short or {}).get(offer.pk, IfShort.REFUND)
            lines.append(_line(basket, offer, quantity=quantity, if_short=wish))
    BasketLine.objects.bulk_create(lines)
    return short


def _locked(visitor: UUID, market_day: MarketDay) -> Basket:
    """The open basket: the second of two taps waits for the first, then finds its lines."""
    basket, _created = Basket.objects.select_for_update().get_or_create(
        visitor=visitor, market_day=market_day, ordered_at=None
    )
    return basket


def _held(basket: Basket) -> set[int]:
    return set(basket.lines.values_list("offer_id", flat=True))


def _line(basket: Basket, offer: Offer, *, quantity: Decimal, if_short: str) -> BasketLine:
    return BasketLine(
        basket=basket,
        offer=offer,
        quantity=quantity,
        seen_price_cents=offer.price_cents,
        if_short=if_short,
    )
