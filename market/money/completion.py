"""What a card payment completes: called under the payment's lock and in its transaction."""

from django.utils import timezone

from commons.notices.actions import write_message
from commons.payments.actions import drop_transfers, give_back
from commons.payments.handlers import Handler
from commons.payments.models import Payment
from market import transitions
from market.guards import slots, stock
from market.models import FundEntry, Gift, Order
from market.money import fund, settling


class OrderCompletion(Handler):
    """Brings an order to where its payment stands."""

    def paid(self, payment: Payment) -> None:
        """Confirm the order and share the money out; what can't be kept is given back in full."""
        order = _locked_order(payment)
        if order.state == Order.State.AWAITING_PAYMENT or _comes_back(order):
            order.payment_method = Order.PaymentMethod.CARD
            transitions.confirm(order, now=timezone.now())
            settling.share_out(order, [payment])
        elif order.state == Order.State.PLACED and not settling.account_of(order).too_much:
            settling.share_out(
                order, settling.given_payments(order.pk)
            )  # the rest of it, paid by another card
        else:
            give_back(payment=payment, reason="paid too late")
            transitions.tell(order, "paid-too-late")

    def cancelled(self, payment: Payment) -> None:
        """Without money the order goes, unless its shopper asked meanwhile to pay at the hall.

        A confirmed order stays: what its bank kept no longer is paid at the hall.
        """
        order = _locked_order(payment)
        if order.state != Order.State.AWAITING_PAYMENT:
            if order.state == Order.State.PLACED and payment.captured_later:
                _lapse(order, payment)
        elif order.payment_method == Order.PaymentMethod.AT_HALL:
            fund.forgo_gift(order)
            transitions.confirm(order, now=timezone.now())
            settling.share_out(order, [])
        else:
            transitions.expire(order)

    def captured(self, payment: Payment) -> None:
        """The order may have changed between the wish to capture and its doing."""
        order = _locked_order(payment)
        settling.settle(order, settling.given_payments(order.pk), reason="weighed")


class GiftCompletion(Handler):
    """Puts a gift into the solidarity fund, once it is there."""

    def paid(self, payment: Payment) -> None:
        gift = Gift.objects.select_for_update().get(pk=payment.subject_id)
        gift.given_at = timezone.now()
        gift.save(update_fields=["given_at"])
        fund.put_in(gift.amount_cents, kind=FundEntry.Kind.GIFT, gift=gift)
        if gift.email:
            write_message(
                key=f"gift:{gift.pk}",
                kind="market.thanks",
                subject_id=gift.pk,
                to=gift.email,
                language=gift.language,
            )

    def cancelled(self, payment: Payment) -> None:
        """Nobody is written to about a gift that was thought over: its address is forgotten."""
        Gift.objects.filter(pk=payment.subject_id, given_at=None).update(email="")


def _locked_order(payment: Payment) -> Order:
    return (
        Order.objects.select_for_update(of=("self",))
        .select_related("market_day")
        .get(pk=payment.subject_id)
    )


def _lapse(order: Order, payment: Payment) -> None:
    """Nothing of it can be passed on: the producers' parts are looked for in the other payments."""
    drop_transfers(payment=payment)
    fund.forgo_gift(order)
    settling.share_out(order, settling.given_payments(order.pk))
    if settling.account_of(order).due:
        transitions.tell(order, "lapsed")


def _comes_back(order: Order) -> bool:
    """An expired order that was paid all the same is kept if its goods are still to be had.

    Not one that its shopper cancelled; nor once the window is closed, for the producers have packed
    by then.
    """
    return (
        order.state == Order.State.EXPIRED
        and order.market_day.takes_orders(at=timezone.now())
        and slots.can_come_back(order)
        and _is_had_again(order)
    )


def _is_had_again(order: Order) -> bool:
    """The fund's part, then the stock: both, or neither."""
    if not fund.help_again(order):
        return False
    if stock.reserve_all_or_nothing(transitions.quantities_of(order)):
        return True
    fund.let_go(order)
    return False
