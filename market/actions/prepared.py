"""Fills a basket from a recurring list, once for each market day."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Min

from commons.people.mine import whose
from market import queries, recurring, rules
from market.actions.usuals import put_in
from market.keys import key_of
from market.models import (
    Basket,
    MarketDay,
    Offer,
    Order,
    PreparedBasket,
    PreparedGap,
    RecurringLine,
    RecurringList,
)
from market.refusals import OrdersClosedError, Shortage

Outcome, Why = PreparedBasket.Outcome, PreparedGap.Why


def prepare_recurring(
    *, list_id: int, market_day_id: int, now: datetime, asked: bool = False
) -> PreparedBasket | None:
    """Fill its person's basket of a day with what the list wants and the day has left, and write them so.

    What the basket holds already stays as it was chosen; nothing is reserved, ordered or paid. Done once
    for each day: again, it gives what was prepared. None when the list is not due that day, or while its
    person is at the till: the next round looks again. ``asked`` by the person themselves, it is due, and
    no mail is written. Raises OrdersClosedError.
    """
    with transaction.atomic(durable=True):
        market_day = MarketDay.objects.get(pk=market_day_id)
        if not market_day.takes_orders(at=now):
            raise OrdersClosedError(market_day)
        wanted = _locked(list_id)
        already = wanted.prepared.filter(market_day=market_day).first()
        if already:
            return already
        if not asked and not _is_due(wanted, market_day=market_day, now=now):
            return None
        made = _prepare(wanted, market_day=market_day, asked=asked, now=now)
        if not asked and made.outcome != Outcome.ORDERED:
            recurring.tell(made)
    return made


def _locked(list_id: int) -> RecurringList:
    """The second of two workers waits for the first, then finds what it prepared."""
    lists = RecurringList.objects.select_for_update(of=("self",)).select_related("person")
    return lists.get(pk=list_id)


def _is_due(wanted: RecurringList, *, market_day: MarketDay, now: datetime) -> bool:
    at_the_till = Basket.objects.filter(
        visitor=key_of(wanted.person),
        market_day=market_day,
        ordered_at=None,
        held_until__gt=now,
    )
    return queries.lists_due(market_day).filter(pk=wanted.pk).exists() and not at_the_till.exists()


def _prepare(
    wanted: RecurringList, *, market_day: MarketDay, asked: bool, now: datetime
) -> PreparedBasket:
    made = PreparedBasket(recurring=wanted, market_day=market_day, at=now, outcome=Outcome.ORDERED)
    if not asked and _has_ordered(wanted, market_day):
        made.save()
        return made
    lines = list(wanted.lines.select_related("product__plant"))
    offers = _offers_of(lines, market_day)
    made.basket, short = _fill(wanted, lines, offers=offers, market_day=market_day, now=now)
    made.outcome = Outcome.READY if made.basket else Outcome.NOTHING
    made.save()
    absent = [line for line in lines if line.product_id not in offers]
    PreparedGap.objects.bulk_create(
        [
            *(_absent(made, line, month=market_day.date.month) for line in absent),
            *(_short(made, shortage, offers[shortage.product.pk]) for shortage in short),
        ]
    )
    return made


def _has_ordered(wanted: RecurringList, market_day: MarketDay) -> bool:
    living = (Order.State.PLACED, Order.State.AWAITING_PAYMENT)
    orders = Order.objects.filter(whose(wanted.person), market_day=market_day, state__in=living)
    return orders.exists()


def _offers_of(lines: list[RecurringLine], market_day: MarketDay) -> dict[int, Offer]:
    """By product; those off sale too, for they are told otherwise than what never came."""
    wanted = [line.product_id for line in lines]
    offers = market_day.offers.filter(product__in=wanted).select_related("product")
    return {offer.product_id: offer for offer in offers}


def _fill(
    wanted: RecurringList,
    lines: list[RecurringLine],
    *,
    offers: Mapping[int, Offer],
    market_day: MarketDay,
    now: datetime,
) -> tuple[Basket | None, list[Shortage]]:
    """The basket, or None when nothing of the list can be had; and what fell short."""
    basket, is_new = Basket.objects.select_for_update().get_or_create(
        visitor=key_of(wanted.person), market_day=market_day, ordered_at=None
    )
    found = [(line, offers[line.product_id]) for line in lines if line.product_id in offers]
    short = put_in(
        basket,
        wanted={offer.pk: _in_steps(line) for line, offer in found},
        if_short={offer.pk: line.if_short for line, offer in found},
    )
    if not basket.lines.filter(offer__product__in=offers).exists():
        if is_new:
            basket.delete()
        return None, short
    if is_new:
        _stand_behind(basket, now=now)
    return basket, short


def _in_steps(line: RecurringLine) -> Decimal:
    """By whole steps of now: the product's step may have changed since."""
    step = line.product.step
    return rules.whole_steps(line.quantity, step=step) or step


def _stand_behind(basket: Basket, *, now: datetime) -> None:
    """The last basket touched is the one shown, and ordered: one that fills itself takes no other's place."""
    others = Basket.objects.filter(
        visitor=basket.visitor, ordered_at=None, market_day__orders_close_at__gt=now
    )
    first = others.exclude(pk=basket.pk).aggregate(first=Min("updated_at"))["first"]
    if first:
        Basket.objects.filter(pk=basket.pk).update(updated_at=first - timedelta(milliseconds=1))


def _absent(made: PreparedBasket, line: RecurringLine, *, month: int) -> PreparedGap:
    is_out = rules.is_out_of_season(line.product.season, month=month)
    return PreparedGap(
        prepared=made,
        product=line.product,
        wanted=line.quantity,
        why=Why.OUT_OF_SEASON if is_out else Why.ABSENT,
    )


def _short(made: PreparedBasket, shortage: Shortage, offer: Offer) -> PreparedGap:
    gone = Why.SOLD_OUT if offer.on_sale else Why.WITHDRAWN
    return PreparedGap(
        prepared=made,
        product=shortage.product,
        wanted=shortage.wanted,
        given=shortage.left,
        why=Why.SHORT if shortage.left else gone,
    )
