"""What somebody orders most often, and how much of it."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, Count, DecimalField, F, Max, Q, QuerySet

from commons.people.mine import whose
from commons.people.models import Person
from market.models import MarketDay, Order, OrderLine

USUALS_SHOWN = 8
REMEMBERED = timedelta(days=366)  # a habit of two winters ago is none


class Mode(Aggregate):
    """The value that comes most often."""

    function = "mode"
    template = "%(function)s() WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DecimalField(max_digits=9, decimal_places=3)


@dataclass(frozen=True, kw_only=True)
class Habit:
    """A product on sale that day, how often it was ordered and the quantity most often wanted."""

    product_id: int
    times: int
    quantity: Decimal


def habits_of(*, person: Person | None, visitor: UUID | None, market_day: MarketDay) -> list[Habit]:
    """From the placed orders of an account, or of a visitor's own baskets: most ordered first.

    Only what is on sale on the day. No query for a stranger.
    """
    if person is None and visitor is None:
        return []
    here = Q(offer__product__offers__market_day=market_day, offer__product__offers__on_sale=True)
    rows = (
        OrderLine.objects.filter(here, order__in=_orders(person, visitor, market_day=market_day))
        .values("offer__product_id")
        .annotate(
            times=Count("order_id", distinct=True),
            usual=Mode(F("quantity")),
            last=Max("order__market_day__date"),
        )
        .order_by("-times", "-last", "offer__product_id")
        .values_list("offer__product_id", "times", "usual")[:USUALS_SHOWN]
    )
    return [Habit(product_id=pk, times=times, quantity=usual) for pk, times, usual in rows]


def _orders(
    person: Person | None, visitor: UUID | None, *, market_day: MarketDay
) -> QuerySet[Order, Any]:
    """By two ways rather than one « or » of both: each then has its index, among a hundred thousand."""
    placed = Order.objects.filter(
        state=Order.State.PLACED, market_day__date__gt=market_day.date - REMEMBERED
    ).values("pk")
    ways = []
    if visitor:
        ways.append(placed.filter(basket__visitor=visitor))
    if person:
        ways.append(placed.filter(whose(person)))
    return ways[0].union(*ways[1:]) if len(ways) > 1 else ways[0]
