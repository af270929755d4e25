"""Reads for screens."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from commons.payments.models import Payment, Refund, Transfer
from market import completion
from market.models import Basket, BasketLine, MarketDay, Offer, Order, Product, Stall


def next_market_day(*, at: datetime) -> MarketDay | None:
    """The market day that is on, or the next to come."""
    return MarketDay.objects.not_over(at=at).select_related("place").first()


def coming_days(*, at: datetime, limit: int) -> list[MarketDay]:
    """The next market days, with their place."""
    return list(MarketDay.objects.not_over(at=at).select_related("place")[:limit])


def next_day_to_order(*, at: datetime) -> MarketDay | None:
    """The first day whose orders are not closed yet, for those who missed another's window."""
    return MarketDay.objects.not_over(at=at).filter(orders_close_at__gt=at).first()


def market_day_of(day: date) -> MarketDay | None:
    """The market day of a date, if the public may see it."""
    return MarketDay.objects.shown().select_related("place").filter(date=day).first()


def neighbours_of(market_day: MarketDay, *, at: datetime) -> list[MarketDay]:
    """The other days announced and not over."""
    coming = MarketDay.objects.not_over(at=at)
    return list(coming.exclude(pk=market_day.pk)[:3])


def offers_on(market_day: MarketDay) -> QuerySet[Offer]:
    """What is on sale on a day, in the order of the pitches, with all that a card shows."""
    return _as_cards(Offer.objects.filter(market_day=market_day))


def _as_cards(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    pitch = Stall.objects.filter(
        market_day=OuterRef("market_day"), producer=OuterRef("product__producer")
    )
    return (
        offers.filter(on_sale=True)
        .select_related("market_day", "product__producer", "product__plant")
        .annotate(pitch=Subquery(pitch.values("pitch__number")[:1]))
        .order_by(F("pitch").asc(nulls_last=True), "product__producer__name", "product__name_fr")
    )


def categories_on(market_day: MarketDay) -> set[str]:
    """The categories that have something on sale."""
    on_sale = Offer.objects.filter(market_day=market_day, on_sale=True)
    return set(on_sale.values_list("product__category", flat=True).distinct())


def in_season(offers: QuerySet[Offer], *, month: int) -> QuerySet[Offer]:
    """Only what is in season in a month (1-12): by its own months, else by its plant's."""
    return offers.filter(
        Q(product__own_season__contains=[month])
        | Q(product__own_season=[], product__plant__season__contains=[month])
    )


def coming_offers(product: Product, *, at: datetime) -> QuerySet[Offer]:
    """The offers of a product on the days announced and not over, first first, each with its day's place."""
    offers = Offer.objects.filter(
        product=product, market_day__state=MarketDay.State.OPEN, market_day__closes_at__gt=at
    )
    cards = _as_cards(offers).select_related("market_day__place")
    return cards.order_by("market_day__opens_at")


def highlights(*, at: datetime, limit: int) -> list[Offer]:
    """A few offers of the next market day, in season this month and with stock left.

    Each comes with its day and place: the home page asks this one question for them all.
    """
    next_day = MarketDay.objects.not_over(at=at)[:1]
    coming = _as_cards(Offer.objects.filter(market_day__in=next_day))
    seasonal = in_season(coming, month=timezone.localdate(at).month)
    left = seasonal.filter(reserved__lt=F("quantity")).select_related("market_day__place")
    return [offer for offer in left[:limit] if offer.left > 0]


def open_basket(*, visitor: UUID | None) -> Basket | None:
    """The basket a visitor last touched, with its lines."""
    if visitor is None:
        return None
    lines = BasketLine.objects.select_related(
        "offer__market_day", "offer__product__producer", "offer__product__plant"
    )
    baskets = Basket.objects.filter(visitor=visitor, ordered_at=None)
    return (
        baskets.select_related("market_day__place")
        .prefetch_related(Prefetch("lines", lines))
        .order_by("-updated_at")
        .first()
    )


def chosen_on(market_day: MarketDay, *, visitor: UUID | None) -> list[BasketLine]:
    """What a visitor's open basket holds of a day, in one query."""
    if visitor is None:
        return []
    lines = BasketLine.objects.filter(
        basket__visitor=visitor, basket__ordered_at=None, basket__market_day=market_day
    )
    return list(lines.select_related("offer").order_by("pk"))


def order_by_token(token: str) -> Order | None:
    """The order that a link speaks of, with all its page and its mails show."""
    return with_lines(Order.objects.all()).filter(token=token).first()


def with_lines(orders: QuerySet[Order]) -> QuerySet[Order]:
    return orders.select_related("market_day__place").prefetch_related("lines")


def payments_of(order: Order) -> QuerySet[Payment]:
    """Every attempt to pay an order by card, latest first."""
    return Payment.objects.filter(kind=completion.KIND, subject_id=order.pk).order_by("-pk")


def open_payment_of(order: Order) -> Payment | None:
    return payments_of(order).filter(state__in=Payment.OPEN).first()


def amount_due_cents(order: Order) -> int:
    """What is still to pay, in cents: the lines less the payments, never stored."""
    paid = payments_of(order).filter(state=Payment.State.SUCCEEDED)
    given_back = Refund.objects.filter(payment__in=paid).exclude(state=Refund.State.FAILED)
    return (
        order.total_cents
        - (paid.aggregate(total=Sum("amount_cents"))["total"] or 0)
        + (given_back.aggregate(total=Sum("amount_cents"))["total"] or 0)
    )


def can_be_cancelled(order: Order, *, at: datetime) -> bool:
    """By its shopper: while the window is open and no producer's part of the money has left or is leaving."""
    return (
        order.state == Order.State.PLACED
        and order.market_day.takes_orders(at=at)
        and not payments_of(order).filter(transfers__state__in=Transfer.GONE).exists()
    )
