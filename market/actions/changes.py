"""The verbs that change a placed order: other quantities, and the weight of what is weighed.

A line keeps the price it was promised at. Stock and money follow; nothing is deleted.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from commons.money import line_total
from commons.people.models import Person
from market import rules, transitions
from market.actions.orders import release_unpaid
from market.guards import stock
from market.models import Offer, Order, OrderChange, OrderLine
from market.money import settling
from market.refusals import (
    FarWeightError,
    NotWeighedError,
    Shortage,
    ShortStockError,
    TooLateError,
    WrongQuantityError,
)


def change_order(
    *,
    order_id: int,
    quantities: Mapping[int, Decimal],
    now: datetime,
    by: Person | None = None,
    reason: str = "",
) -> bool:
    """Set lines (by their key) to other quantities; zero takes one out. Return whether any changed.

    The shopper may until the window closes; ``by`` somebody of the hall, with a reason, any time.
    Without any line left the order is cancelled. Raises TooLateError, WrongQuantityError,
    ShortStockError (then nothing changed), or ProviderUnreachableError.
    """
    _check_may_change(Order.objects.select_related("market_day").get(pk=order_id), at=now, by=by)
    release_unpaid(order_id=order_id)  # an attempt to pay another sum than it will be
    with transaction.atomic(durable=True):
        payments = settling.lock_payments(order_id)
        order = _placed_order(order_id)
        _check_may_change(order, at=now, by=by)
        changed = [
            line
            for line in _lines_of(order)
            if quantities.get(line.pk, line.quantity) != line.quantity
        ]
        if not changed:
            return False
        deltas = {
            line.offer_id: _set_quantity(line, quantities[line.pk], at=now, by=by, reason=reason)
            for line in changed
        }
        if order.lines.filter(quantity__gt=0).exists():
            transitions.tell(order, "changed", about=OrderChange.objects.latest("pk").pk)
        else:
            transitions.close_cancelled(order, now=now, by=by, reason=reason)
        settling.settle(order, payments, reason="changed")
        _move_stock(changed, deltas)
    return True


def weigh_line(
    *, line_id: int, weight: Decimal, by: Person | None, now: datetime, is_sure: bool = False
) -> None:
    """Write what the scale said, in kg: the line's total follows it, and the stock does not move.

    Once all of an order is weighed, what was set aside is captured for what it comes to. Raises
    NotWeighedError for goods with a price of their own or taken out of the order, and FarWeightError
    for a weight far from what was ordered unless somebody is sure.
    """
    order_id = OrderLine.objects.values_list("order_id", flat=True).get(pk=line_id)
    with transaction.atomic(durable=True):
        payments = settling.lock_payments(order_id)
        order = _placed_order(order_id)
        line = order.lines.get(pk=line_id)
        if not line.by_weight or not line.quantity or weight < 0:
            raise NotWeighedError
        if weight == line.weighed:
            return
        if not is_sure and rules.is_far(ordered=line.quantity, weighed=weight):
            raise FarWeightError(ordered=line.quantity, weighed=weight)
        OrderChange.objects.create(
            line=line,
            kind=OrderChange.Kind.WEIGHT,
            before=line.weighed,
            after=weight,
            at=now,
            by=by,
        )
        line.weighed = weight
        line.total_cents = line_total(unit_price_cents=line.price_cents, quantity=weight)
        line.save(update_fields=["weighed", "total_cents"])
        settling.settle(order, payments, reason="weighed")


def take_estimates(*, order_id: int, now: datetime) -> None:
    """The market is over and the scale said nothing: what was ordered counts as what was weighed."""
    lines = OrderLine.objects.filter(
        order_id=order_id, by_weight=True, weighed=None, quantity__gt=0
    ).order_by("pk")
    for line_id, quantity in lines.values_list("pk", "quantity"):
        weigh_line(line_id=line_id, weight=quantity, by=None, now=now)


def _placed_order(order_id: int) -> Order:
    order = (
        Order.objects.select_for_update(of=("self",)).select_related("market_day").get(pk=order_id)
    )
    if order.state != Order.State.PLACED:
        raise TooLateError
    return order


def _check_may_change(order: Order, *, at: datetime, by: Person | None) -> None:
    """Looked at before the card is touched: an order that waits for its payment must not lose it."""
    if order.state != Order.State.PLACED:
        raise TooLateError
    if by is None and not transitions.may_still_change(order, at=at):
        raise TooLateError


def _lines_of(order: Order) -> list[OrderLine]:
    return list(order.lines.select_related("offer__product").order_by("pk"))


def _set_quantity(
    line: OrderLine, quantity: Decimal, *, at: datetime, by: Person | None, reason: str
) -> Decimal:
    """Write the new quantity and its trace; return how much more is wanted of the stock."""
    if quantity and not rules.is_whole_steps(quantity, step=line.offer.product.step):
        raise WrongQuantityError(f"{quantity} is not a multiple of {line.offer.product.step}")
    OrderChange.objects.create(
        line=line,
        kind=OrderChange.Kind.QUANTITY,
        before=line.quantity,
        after=quantity,
        at=at,
        by=by,
        reason=reason,
    )
    more = quantity - line.quantity
    line.quantity = quantity
    line.weighed = None  # another quantity goes on the scale again
    line.total_cents = line_total(unit_price_cents=line.price_cents, quantity=quantity)
    line.save(update_fields=["quantity", "weighed", "total_cents"])
    return more


def _move_stock(lines: list[OrderLine], deltas: Mapping[int, Decimal]) -> None:
    """Reserve what is wanted more and give back the rest, in id order; last, for others wait from here."""
    short = stock.move(deltas)
    if not short:
        return
    now_left = Offer.objects.select_related("product").in_bulk(short)
    raise ShortStockError(
        [
            Shortage(
                product=line.offer.product,
                wanted=line.quantity,
                left=line.quantity - deltas[line.offer_id] + now_left[line.offer_id].left,
            )
            for line in lines
            if line.offer_id in now_left
        ]
    )
