"""What of an order a shopper may still give back, and who owes them what for it."""

from collections import Counter
from datetime import date, datetime
from enum import Enum

from django.utils import timezone

from commons.cms.spoken import say_price
from market import rules
from market.models import Order, OrderLine, Withdrawal
from market.money import settling
from market.money.paying import parts_have_left
from market.templatetags.amounts import amount


class Way(Enum):
    """How the money comes back."""

    CARD = "card"  # by us, on the card it came from
    BY_SELLERS = "by-sellers"  # their parts have left: they have it, and the hall asks them
    AT_HALL = "at-hall"  # no card paid it


def last_day(order: Order) -> date:
    """The right lasts as long as this day does, at the hall's clocks."""
    received_on: date = order.market_day.date
    return rules.last_day_to_withdraw(received_on)


def lines_to_withdraw(order: Order, *, at: datetime) -> list[OrderLine]:
    """Those that keep, and are not given back already; none once the time is over."""
    if order.state != Order.State.PLACED or timezone.localdate(at) > last_day(order):
        return []
    return [
        line
        for line in order.lines.all()
        if line.quantity and not line.perishable and line.withdrawal_id is None
    ]


def say_line(line: OrderLine) -> str:
    return f"{line.name}, {amount(line.quantity, line.unit)} ({say_price(line.total_cents)})"


def way_back(order: Order) -> Way:
    """A part that has left stays: no refund is made behind its seller's back."""
    if parts_have_left(order.pk):
        return Way.BY_SELLERS
    return Way.CARD if settling.given_payments(order.pk) else Way.AT_HALL


def owed(withdrawal: Withdrawal) -> list[tuple[str, int]]:
    """By seller of record, in cents."""
    sums: Counter[str] = Counter()
    for line in withdrawal.lines.all():
        sums[line.seller_name] += line.total_cents
    return sorted(sums.items())
