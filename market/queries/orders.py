"""An order, and the money that goes with it."""

from datetime import datetime

from django.db.models import QuerySet, Sum

from commons.payments.models import Payment, Refund, Transfer
from market import completion
from market.models import Order


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
