"""Recurring baskets: whose is due, what a person's page shows of theirs, what a basket came from."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from commons.people.models import Person
from market.models import (
    Basket,
    BasketLine,
    MarketDay,
    OrderLine,
    PreparedBasket,
    PreparedGap,
    RecurringLine,
    RecurringList,
)

DAYS_SHOWN = 3


def recurring_of(person: Person) -> RecurringList | None:
    """Somebody's list, with its lines and all that they show; two queries."""
    lines = RecurringLine.objects.select_related("product__producer", "product__plant")
    lists = RecurringList.objects.filter(person=person)
    return lists.prefetch_related(Prefetch("lines", lines)).first()


def recurring_by_token(token: str) -> RecurringList | None:
    """The list that a mail's link speaks of."""
    return RecurringList.objects.filter(token=token).first()


def holds_news(lines: QuerySet[BasketLine] | QuerySet[OrderLine], *, person: Person) -> bool:
    """Whether some of a basket's or an order's lines are not in somebody's list."""
    known = RecurringLine.objects.filter(recurring__person=person).values("product")
    return lines.exclude(offer__product__in=known).exists()


def lists_due(market_day: MarketDay) -> QuerySet[RecurringList]:
    """The lists that a day is still to be prepared for once its orders open, whenever that is.

    Those with something in them, of an account that is open, made before the window opened, awake on
    that date and, when they take every second market, not prepared for the one before.
    """
    done = PreparedBasket.objects.filter(recurring=OuterRef("pk"))
    awake = Q(paused_at=None) | Q(resumes_on__lte=market_day.date)
    before = _market_before(market_day)
    lists = RecurringList.objects.filter(
        Exists(RecurringLine.objects.filter(recurring=OuterRef("pk"))),
        ~Exists(done.filter(market_day=market_day)),
        awake,
        person__is_active=True,
        created_at__lte=market_day.orders_open_at,
    )
    if before is None:
        return lists
    had_its_turn = Exists(done.filter(market_day=before))
    return lists.exclude(Q(had_its_turn, rhythm=RecurringList.Rhythm.SECOND))


def days_to_prepare(*, at: datetime) -> QuerySet[MarketDay]:
    """The days whose orders are open, first first."""
    return MarketDay.objects.to_order(at=at).filter(orders_open_at__lte=at)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A market to come, and what the list does for it: ``prepared``, or ``is_due`` by itself, or neither."""

    market_day: MarketDay
    prepared: PreparedBasket | None
    is_due: bool
    is_open: bool


def coming_for(recurring: RecurringList, *, at: datetime) -> list[Coming]:
    """The next markets that can be ordered for, up to the first that is not prepared; four queries at most."""
    days = list(MarketDay.objects.to_order(at=at)[:DAYS_SHOWN])
    rows = recurring.prepared.filter(market_day__in=days).select_related("basket")
    prepared = {row.market_day_id: row for row in rows}
    found = []
    for day in days:
        row = prepared.get(day.pk)
        is_due = row is None and lists_due(day).filter(pk=recurring.pk).exists()
        found.append(
            Coming(market_day=day, prepared=row, is_due=is_due, is_open=day.takes_orders(at=at))
        )
        if row is None:
            break
    return found


def prepared_as(basket: Basket) -> PreparedBasket | None:
    """What a basket was filled from, with what it did not get; None for one filled by hand."""
    return _with_gaps(PreparedBasket.objects.filter(basket=basket)).first()


def prepared_for_mail(pk: int) -> PreparedBasket | None:
    """With its person and its day; None when the list is gone."""
    rows = _with_gaps(PreparedBasket.objects.filter(pk=pk))
    return rows.select_related("recurring__person", "market_day__place", "basket").first()


def _with_gaps(rows: QuerySet[PreparedBasket]) -> QuerySet[PreparedBasket]:
    return rows.prefetch_related(Prefetch("gaps", PreparedGap.objects.select_related("product")))


def _market_before(market_day: MarketDay) -> MarketDay | None:
    earlier = MarketDay.objects.filter(state__in=MarketDay.ANNOUNCED, date__lt=market_day.date)
    return earlier.order_by(F("date").desc()).first()
