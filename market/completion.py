"""What a card payment completes: called under the payment's lock and in its transaction."""

from collections import defaultdict

from django.utils import timezone

from commons.payments.actions import ask_refund, plan_transfer
from commons.payments.models import Payment
from market import stock, transitions
from market.models import Order, Producer

KIND = "market.order"


class OrderCompletion:
    """Brings an order to where its payment stands."""

    def paid(self, payment: Payment) -> None:
        """Confirm the order and share the money out; what can't be kept is paid back in full."""
        order = _locked_order(payment)
        if order.state == Order.State.AWAITING_PAYMENT or _comes_back(order):
            order.payment_method = Order.PaymentMethod.CARD
            transitions.confirm(order, now=timezone.now())
            _plan_transfers(payment, order)
        else:
            ask_refund(payment=payment, amount_cents=payment.amount_cents, reason="paid too late")
            transitions.tell(order, "paid-too-late")

    def cancelled(self, payment: Payment) -> None:
        """Without money the order goes, unless its shopper asked meanwhile to pay at the hall."""
        order = _locked_order(payment)
        if order.state != Order.State.AWAITING_PAYMENT:
            return
        if order.payment_method == Order.PaymentMethod.AT_HALL:
            transitions.confirm(order, now=timezone.now())
        else:
            transitions.expire(order)


def _locked_order(payment: Payment) -> Order:
    return (
        Order.objects.select_for_update(of=("self",))
        .select_related("market_day")
        .get(pk=payment.subject_id)
    )


def _comes_back(order: Order) -> bool:
    """An expired order that was paid all the same is kept if its goods are still to be had.

    Not one that its shopper cancelled; nor once the window is closed, for the producers have packed
    by then.
    """
    return (
        order.state == Order.State.EXPIRED
        and order.market_day.takes_orders(at=timezone.now())
        and stock.reserve_all_or_nothing(transitions.quantities_of(order))
    )


def _plan_transfers(payment: Payment, order: Order) -> None:
    """Each producer paid by the provider gets their part once the market is over.

    Until then the day may be called off, and what was sent on could not be paid back from it.
    """
    parts: defaultdict[str, int] = defaultdict(int)
    for line in order.lines.all():
        if line.settlement == Producer.Settlement.CONNECT:
            parts[line.account_ref] += line.total_cents
    for account_ref, amount_cents in sorted(parts.items()):
        plan_transfer(
            payment=payment,
            account_ref=account_ref,
            amount_cents=amount_cents,
            due_at=order.market_day.closes_at,
        )
