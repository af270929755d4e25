"""What becomes of an order: run in the caller's transaction, under the order's lock."""

from datetime import datetime
from decimal import Decimal

from commons.notices.actions import write_message
from market import stock
from market.models import Order


def quantities_of(order: Order) -> dict[int, Decimal]:
    return {line.offer_id: line.quantity for line in order.lines.all()}


def confirm(order: Order, *, now: datetime) -> None:
    """Its stock is reserved, it is paid or will be at the hall: firm now, it says so by mail."""
    order.state = Order.State.PLACED
    order.placed_at = now
    order.expires_at = None
    order.save(update_fields=["state", "placed_at", "expires_at", "payment_method"])
    tell(order, "receipt")


def expire(order: Order) -> None:
    """Nothing was paid in time: the stock goes back on sale."""
    order.state = Order.State.EXPIRED
    order.expires_at = None
    order.save(update_fields=["state", "expires_at"])
    stock.release(quantities_of(order))
    tell(order, "expired")


def cancel(order: Order) -> None:
    """The shopper, or the hall, takes it back: the stock goes back on sale."""
    order.state = Order.State.CANCELLED
    order.save(update_fields=["state"])
    stock.release(quantities_of(order))
    tell(order, "cancelled")


def tell(order: Order, what: str) -> None:
    """Write the mail of this name to the shopper, once."""
    write_message(
        key=f"order:{order.pk}:{what}",
        kind=f"market.{what}",
        subject_id=order.pk,
        to=order.email,
        language=order.language,
    )
