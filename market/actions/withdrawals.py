"""The verbs of a withdrawal: declared by the shopper, then the goods are had back and the money goes.

[C. conso. L.221-18 to L.221-24, D.221-5; ord. 2026-2, décret 2026-3.]
"""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from commons.notices.actions import write_message
from commons.people.models import Person
from market import withdrawing
from market.guards import stock
from market.models import Order, OrderChange, OrderLine, Withdrawal
from market.money import settling


def withdraw(*, order_id: int, line_ids: Collection[int], now: datetime) -> Withdrawal | None:
    """Write the declaration down, and its acknowledgement with the day and the hour.

    None when nothing of it may be given back, or all of it was already: declared twice, it stands once.
    Money waits for the goods, fourteen days at most.
    """
    with transaction.atomic(durable=True):
        order = _locked(order_id)
        may = withdrawing.lines_to_withdraw(order, at=now)
        lines = [line for line in may if line.pk in line_ids]
        if not lines:
            return None
        withdrawal = Withdrawal.objects.create(
            order=order,
            asked_at=now,
            words="\n".join(withdrawing.say_line(line) for line in lines),
            cents=sum(line.total_cents for line in lines),
        )
        order.lines.filter(pk__in=[line.pk for line in lines]).update(withdrawal=withdrawal)
        write_message(
            key=f"order:{order.pk}:withdrawn:{withdrawal.pk}",
            kind="market.withdrawn",
            subject_id=withdrawal.pk,
            to=order.email,
            language=order.language,
        )
        return withdrawal


def take_back(*, withdrawal_id: int, by: Person, now: datetime) -> None:
    """The goods are back: what a card paid returns to it, and what is paid at the hall is no longer due.

    Where the sellers' parts have left, the lines stay as they were sold: the hall pays back with them.
    Leaves quietly when it is done already.
    """
    order_id = Withdrawal.objects.values_list("order_id", flat=True).get(pk=withdrawal_id)
    with transaction.atomic(durable=True):
        payments = settling.lock_payments(order_id)
        order = _locked(order_id)
        withdrawal = Withdrawal.objects.get(pk=withdrawal_id)
        if withdrawal.returned_at is not None:
            return
        withdrawal.returned_at, withdrawal.returned_by = now, by
        withdrawal.save(update_fields=["returned_at", "returned_by"])
        is_ours = withdrawing.way_back(order) != withdrawing.Way.BY_SELLERS
        if order.state == Order.State.PLACED and is_ours:
            lines = list(withdrawal.lines.filter(quantity__gt=0).order_by("pk"))
            given_back = {line.offer_id: _take_out(line, by=by, at=now) for line in lines}
            settling.settle(order, payments, reason="withdrawn")
            stock.release(given_back)


def _locked(order_id: int) -> Order:
    return (
        Order.objects.select_for_update(of=("self",)).select_related("market_day").get(pk=order_id)
    )


def _take_out(line: OrderLine, *, by: Person, at: datetime) -> Decimal:
    """Leave the line with nothing in it, and the trace of it; return what it held."""
    before = line.quantity
    OrderChange.objects.create(
        line=line,
        kind=OrderChange.Kind.QUANTITY,
        before=before,
        after=Decimal(0),
        at=at,
        by=by,
        reason=_("Rétractation"),
    )
    line.quantity, line.weighed, line.total_cents = Decimal(0), None, 0
    line.save(update_fields=["quantity", "weighed", "total_cents"])
    return before
