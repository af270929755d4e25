"""What becomes of an order: run in the caller's transaction, under the order's lock."""

from datetime import datetime
from decimal import Decimal

from commons.notices.actions import write_message
from commons.people.models import Person
from market.guards import stock
from market.models import Order
from market.money import fund
from market.money.paying import parts_have_left


def quantities_of(order: Order) -> dict[int, Decimal]:
    return {line.offer_id: line.quantity for line in order.lines.all()}


def may_still_change(order: Order, *, at: datetime) -> bool:
    """By its shopper: while the window is open and no producer's part of the money has left or is leaving."""
    return (
        order.state == Order.State.PLACED
        and order.market_day.takes_orders(at=at)
        and not parts_have_left(order.pk)
    )


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
    tell(order, "expired")
    fund.let_go(order)
    stock.release(quantities_of(order))


def close_cancelled(
    order: Order, *, now: datetime, by: Person | None = None, reason: str = ""
) -> None:
    """Cancelled, its stock being somebody else's business; ``by`` None is its shopper, or the day's end."""
    order.state = Order.State.CANCELLED
    order.cancelled_at, order.called_off_by, order.called_off_because = now, by, reason
    order.save(update_fields=["state", "cancelled_at", "called_off_by", "called_off_because"])
    tell(order, "cancelled")


def tell(order: Order, what: str, *, about: object = "") -> None:
    """Write the mail of this name to the shopper, once for each thing it is about."""
    write_message(
        key=f"order:{order.pk}:{what}:{about}" if about else f"order:{order.pk}:{what}",
        kind=f"market.{what}",
        subject_id=order.pk,
        to=order.email,
        language=order.language,
    )
