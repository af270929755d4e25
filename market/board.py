"""A market day as its coordinator reads it: orders, slots, money, and who brings what. Eight questions in all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value

from commons.payments.models import Payment, Refund
from market import paying
from market.models import DayLogLine, MarketDay, Offer, Order, OrderLine, PickUpSlot, Stall
from market.slots import HOLDERS

LOG_SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class Orders:
    placed: int
    awaiting: int
    cancelled: int
    ordered_cents: int
    at_hall_cents: int  # of firm orders, to be paid when they are picked up


@dataclass(frozen=True, kw_only=True)
class Money:
    """What the cards gave, in cents."""

    paid: int
    set_aside: int  # on cards, until the goods are weighed
    given_back: int
    refused: int  # refunds that the bank or the provider said no to


@dataclass(frozen=True, kw_only=True)
class Filling:
    """A slot and how many orders are in it."""

    slot: PickUpSlot
    taken: int

    @property
    def is_full(self) -> bool:
        return self.taken >= self.slot.capacity

    @property
    def is_nearly_full(self) -> bool:
        return not self.is_full and self.taken * 5 >= self.slot.capacity * 4


@dataclass(frozen=True, kw_only=True)
class Brings:
    """A producer on a day: what they offer, what is ordered of it, and whether they spoke."""

    producer_id: int
    name: str
    stall: Stall | None
    offers: int = 0
    sold_out: int = 0
    left_cents: int = 0  # what could still be sold, at its price
    lines: int = 0
    ordered_cents: int = 0

    @property
    def is_silent(self) -> bool:
        return self.stall is not None and self.stall.confirmed_at is None


@dataclass(frozen=True, kw_only=True)
class Board:
    orders: Orders
    money: Money
    slots: list[Filling]
    producers: list[Brings]
    log: list[DayLogLine]

    @property
    def silent(self) -> list[Brings]:
        return [one for one in self.producers if one.is_silent]

    @property
    def places(self) -> int:
        return sum(one.slot.capacity for one in self.slots)

    @property
    def places_taken(self) -> int:
        return sum(one.taken for one in self.slots)


def board_of(market_day: MarketDay) -> Board:
    return Board(
        orders=_orders(market_day),
        money=_money(market_day),
        slots=_slots(market_day),
        producers=_producers(market_day),
        log=list(market_day.log.select_related("by")[:LOG_SHOWN]),
    )


def _orders(market_day: MarketDay) -> Orders:
    rows = (
        Order.objects.filter(market_day=market_day)
        .values("state", "payment_method")
        .annotate(
            count=Count("pk"),
            cents=Sum(_lines_cents(), default=0),
            fund=Sum("fund_cents", default=0),
        )
        .order_by()
    )
    found = list(rows)
    firm = [row for row in found if row["state"] == Order.State.PLACED]
    at_hall = [row for row in firm if row["payment_method"] == Order.PaymentMethod.AT_HALL]

    def counted(state: str) -> int:
        return sum(row["count"] for row in found if row["state"] == state)

    return Orders(
        placed=counted(Order.State.PLACED),
        awaiting=counted(Order.State.AWAITING_PAYMENT),
        cancelled=counted(Order.State.CANCELLED),
        ordered_cents=sum(row["cents"] for row in firm),
        at_hall_cents=sum(row["cents"] - row["fund"] for row in at_hall),
    )


def _lines_cents() -> Subquery:
    lines = OrderLine.objects.filter(order=OuterRef("pk")).order_by().values("order")
    return Subquery(lines.annotate(cents=Sum("total_cents")).values("cents"))


def _money(market_day: MarketDay) -> Money:
    """Payments and refunds, in one question."""
    orders = Order.objects.filter(market_day=market_day).values("pk")
    payments = Payment.objects.filter(kind=paying.KIND, subject_id__in=orders)
    paid = _sums(payments.filter(state=Payment.State.SUCCEEDED), "paid")
    aside = _sums(payments.filter(state=Payment.State.AUTHORIZED), "aside")
    refunds = Refund.objects.filter(payment__in=payments)
    back = _sums(refunds.exclude(state=Refund.State.FAILED), "back")
    refused = _sums(refunds.filter(state=Refund.State.FAILED), "refused")
    cents = dict(paid.union(aside, back, refused, all=True))
    return Money(
        paid=cents.get("paid", 0),
        set_aside=cents.get("aside", 0),
        given_back=cents.get("back", 0),
        refused=cents.get("refused", 0),
    )


def _sums(rows: QuerySet[Any], what: str) -> QuerySet[Any]:
    named = rows.order_by().annotate(what=Value(what)).values_list("what")
    return named.annotate(cents=Sum("amount_cents"))


def _slots(market_day: MarketDay) -> list[Filling]:
    taken = Count("orders", filter=Q(orders__state__in=HOLDERS))
    slots = market_day.slots.annotate(taken=taken).order_by("starts_at")
    return [Filling(slot=slot, taken=slot.taken) for slot in slots]


def _producers(market_day: MarketDay) -> list[Brings]:
    """In the order of the pitches; then those who have offers and no stall."""
    stalls = {
        stall.producer_id: stall for stall in market_day.stalls.select_related("producer", "pitch")
    }
    offered = {row["product__producer"]: row for row in _offered(market_day)}
    ordered = {row["offer__product__producer"]: row for row in _ordered(market_day)}
    found = [
        _brings(pk, stall.producer.name, stall, offered.get(pk, {}), ordered.get(pk, {}))
        for pk, stall in stalls.items()
    ]
    homeless = [
        _brings(pk, row["product__producer__name"], None, row, ordered.get(pk, {}))
        for pk, row in offered.items()
        if pk not in stalls
    ]
    return found + homeless


def _offered(market_day: MarketDay) -> QuerySet[Any, Any]:
    free = F("quantity") - F("reserved")
    return (
        Offer.objects.filter(market_day=market_day)
        .values("product__producer", "product__producer__name")
        .annotate(
            offers=Count("pk", filter=Q(on_sale=True)),
            sold_out=Count("pk", filter=Q(on_sale=True, reserved__gte=F("quantity"))),
            free_cents=Sum(free * F("price_cents"), filter=Q(on_sale=True), default=0),
        )
        .order_by("product__producer__name")
    )


def _ordered(market_day: MarketDay) -> QuerySet[Any, Any]:
    return (
        OrderLine.objects.filter(
            order__market_day=market_day, order__state=Order.State.PLACED, quantity__gt=0
        )
        .values("offer__product__producer")
        .annotate(lines=Count("pk"), cents=Sum("total_cents"))
        .order_by()
    )


def _brings(
    producer_id: int,
    name: str,
    stall: Stall | None,
    offered: Mapping[str, Any],
    ordered: Mapping[str, Any],
) -> Brings:
    return Brings(
        producer_id=producer_id,
        name=name,
        stall=stall,
        offers=offered.get("offers", 0),
        sold_out=offered.get("sold_out", 0),
        left_cents=int(offered.get("free_cents", 0)),
        lines=ordered.get("lines", 0),
        ordered_cents=ordered.get("cents", 0),
    )
