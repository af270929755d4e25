"""An order, for its screens and its mails."""

from django.db.models import QuerySet

from commons.payments.models import Payment
from market.models import Order
from market.money.paying import payments_of


def order_by_token(token: str) -> Order | None:
    """The order that a link speaks of, with all its page and its mails show."""
    orders = with_lines(Order.objects.all()).prefetch_related("notes__producer")
    return orders.filter(token=token).first()


def with_lines(orders: QuerySet[Order]) -> QuerySet[Order]:
    return orders.select_related("market_day__place", "slot").prefetch_related("lines")


def open_payment_of(order: Order) -> Payment | None:
    """The attempt that still waits for a card."""
    return payments_of(order.pk).filter(state__in=Payment.OPEN).first()
