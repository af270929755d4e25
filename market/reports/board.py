"""A market day as its coordinator reads it: orders, slots, money, and who brings what. Five questions in all."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Value
from django.utils.text import slugify

from commons.payments.models import Payment, Refund
from market.guards.slots import HOLDERS
from market.models import DayLogLine, MarketDay, Offer, Order, OrderLine, PickUpSlot, Stall
from market.money import paying

LOG_SHOWN = 30
# What the cards of a day came to, in the ledger beside the states of its orders.
PAID, SET_ASIDE, GIVEN_BACK, REFUSED = CARDS = ("paid", "aside", "back", "refused")
NOT_DUE = "not-due"  # of what is paid at the hall: the solidarity fund pays it
Ledger = dict[
    tuple[str, str], tuple[int, int]
]  # a count and cents, by what they are and how it is paid
NOTHING = (0, 0)
FIGURES = ("offers", "sold_out", "left_cents", "lines", "ordered_cents")  # of a producer


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
    ledger = _ledger(market_day)
    return Board(
        orders=_orders(ledger),
        money=_money(ledger),
        slots=_slots(market_day),
        producers=_producers(market_day),
        log=list(market_day.log.select_related("by")[:LOG_SHOWN]),
    )


def _ledger(market_day: MarketDay) -> Ledger:
    """How many orders and how many cents, by state and way to pay; then what cards gave and got back."""
    orders = Order.objects.filter(market_day=market_day).order_by()
    payments = Payment.objects.filter(kind=paying.KIND, subject_id__in=orders.values("pk"))
    refunds = Refund.objects.filter(payment__in=payments)
    at_hall = orders.filter(state=Order.State.PLACED, payment_method=Order.PaymentMethod.AT_HALL)
    rows = (
        orders.values_list("state", "payment_method")
        .annotate(count=Count("pk", distinct=True), cents=Sum("lines__total_cents", default=0))
        .union(
            _sums(payments.filter(state=Payment.State.SUCCEEDED), PAID),
            _sums(payments.filter(state=Payment.State.AUTHORIZED), SET_ASIDE),
            _sums(refunds.exclude(state=Refund.State.FAILED), GIVEN_BACK),
            _sums(refunds.filter(state=Refund.State.FAILED), REFUSED),
            _sums(at_hall, NOT_DUE, of="fund_cents"),
            all=True,
        )
    )
    return {(what, method): (count, cents) for what, method, count, cents in rows}


def _sums(rows: QuerySet[Any], what: str, *, of: str = "amount_cents") -> QuerySet[Any]:
    """Payments or refunds, in the same columns as orders."""
    named = (
        rows.order_by().annotate(what=Value(what), method=Value("")).values_list("what", "method")
    )
    return named.annotate(count=Count("pk"), cents=Sum(of, default=0))


def _orders(ledger: Ledger) -> Orders:
    def summed(state: str) -> tuple[int, int]:
        found = [figures for (what, _method), figures in ledger.items() if what == state]
        return sum(count for count, _cents in found), sum(cents for _count, cents in found)

    placed, ordered_cents = summed(Order.State.PLACED)
    _count, at_hall_cents = ledger.get((Order.State.PLACED, Order.PaymentMethod.AT_HALL), NOTHING)
    return Orders(
        placed=placed,
        awaiting=summed(Order.State.AWAITING_PAYMENT)[0],
        cancelled=summed(Order.State.CANCELLED)[0],
        ordered_cents=ordered_cents,
        at_hall_cents=at_hall_cents - ledger.get((NOT_DUE, ""), NOTHING)[1],
    )


def _money(ledger: Ledger) -> Money:
    cents = {what: ledger.get((what, ""), NOTHING)[1] for what in CARDS}
    return Money(
        paid=cents[PAID],
        set_aside=cents[SET_ASIDE],
        given_back=cents[GIVEN_BACK],
        refused=cents[REFUSED],
    )


def _slots(market_day: MarketDay) -> list[Filling]:
    taken = Count("orders", filter=Q(orders__state__in=HOLDERS))
    slots = market_day.slots.annotate(taken=taken).order_by("starts_at")
    return [Filling(slot=slot, taken=slot.taken) for slot in slots]


def _producers(market_day: MarketDay) -> list[Brings]:
    """In the order of the pitches; then those who have offers and no stall."""
    stalls = {
        stall.producer_id: stall for stall in market_day.stalls.select_related("producer", "pitch")
    }
    trade = _trade(market_day)
    found = [
        Brings(producer_id=pk, stall=stall, **{"name": stall.producer.name, **trade.get(pk, {})})
        for pk, stall in stalls.items()
    ]
    homeless = [
        Brings(producer_id=pk, stall=None, **figures)
        for pk, figures in trade.items()
        if pk not in stalls
    ]
    return found + homeless


def _trade(market_day: MarketDay) -> dict[int, dict[str, Any]]:
    """By producer, in the order of their names: what they offer, then what is ordered of it, in one question."""
    trade: dict[int, dict[str, Any]] = defaultdict(lambda: dict.fromkeys(FIGURES, 0))
    for pk, name, *figures in _offered(market_day).union(_ordered(market_day), all=True):
        known = trade[pk]
        known["name"] = name
        for figure, count in zip(FIGURES, figures, strict=True):
            known[figure] += int(count)
    return dict(sorted(trade.items(), key=lambda pair: slugify(pair[1]["name"])))


def _offered(market_day: MarketDay) -> QuerySet[Any, Any]:
    free = F("quantity") - F("reserved")
    return (
        Offer.objects.filter(market_day=market_day)
        .order_by()
        .values_list("product__producer", "product__producer__name")
        .annotate(
            offers=Count("pk", filter=Q(on_sale=True)),
            sold_out=Count("pk", filter=Q(on_sale=True, reserved__gte=F("quantity"))),
            left_cents=Sum(free * F("price_cents"), filter=Q(on_sale=True), default=0),
            lines=Value(0),
            ordered_cents=Value(0),
        )
    )


def _ordered(market_day: MarketDay) -> QuerySet[Any, Any]:
    """In the columns of what is offered."""
    return (
        OrderLine.objects.filter(
            order__market_day=market_day, order__state=Order.State.PLACED, quantity__gt=0
        )
        .order_by()
        .values_list("offer__product__producer", "offer__product__producer__name")
        .annotate(
            offers=Value(0),
            sold_out=Value(0),
            left_cents=Value(Decimal(0)),
            lines=Count("pk"),
            ordered_cents=Sum("total_cents"),
        )
    )
