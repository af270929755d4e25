"""The one place that brings the money of an order to where its lines stand: capture, refund, or due.

In the caller's transaction, under the locks of the order's payments and of the order.
"""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Sum

from commons.payments.actions import (
    ask_capture,
    ask_refund,
    set_house_transfers,
    set_transfers,
)
from commons.payments.models import Payment, Refund
from market import rules
from market.models import Order, Producer
from market.money import fund, paying
from market.money.paying import payments_of

FROM_FUND = 0  # no payment's key

GIVEN = (Payment.State.SUCCEEDED, Payment.State.AUTHORIZED)


def lock_payments(order_id: int) -> list[Payment]:
    """Lock the payments of an order, before the order itself; return those that gave or set money aside.

    The open ones are locked too: a card that goes through just then is waited for, and counted.
    """
    rows = list(payments_of(order_id).select_for_update().order_by("pk"))
    return [payment for payment in rows if payment.state in GIVEN]


def given_payments(order_id: int) -> list[Payment]:
    """The same without a lock: for who holds the order's."""
    return list(payments_of(order_id).filter(state__in=GIVEN).order_by("pk"))


def account_of(order: Order) -> rules.Account:
    """Where the money stands: what the lines ask and the fund does not pay, against what the cards gave."""
    payments = list(payments_of(order.pk))
    taken = sum(p.amount_cents for p in payments if p.state == Payment.State.SUCCEEDED)
    aside = sum(p.amount_cents for p in payments if p.is_set_aside and p.capture_cents is None)
    asked = sum(p.capture_cents or 0 for p in payments if p.is_set_aside)
    goods = 0 if order.state == Order.State.CANCELLED else order.total_cents - order.fund_cents
    return rules.Account(
        to_pay=goods + order.gift_cents,
        taken=taken + asked,
        given_back=sum(_given_back(payments).values()),
        set_aside=aside,
    )


def settle(order: Order, payments: Sequence[Payment], *, reason: str) -> None:
    """Capture what was set aside once all is weighed, give back what is too much, share the rest out.

    What is due stays due: the shopper pays it at the hall, or by another card.
    """
    fund.follow(order)
    account = account_of(order)
    aside = [p for p in payments if p.is_set_aside and p.capture_cents is None]
    if aside and (order.is_weighed or not account.to_pay):
        to_take = account.to_capture
        for payment in aside:
            taken = min(to_take, payment.amount_cents)
            ask_capture(payment=payment, amount_cents=taken)
            to_take -= taken
    _give_back(payments, too_much=account.too_much, reason=reason)
    share_out(order, payments)


def share_out(order: Order, payments: Sequence[Payment]) -> None:
    """Plan each producer's part, for when the market is over: until then the day may be called off.

    The cards pay first, then the fund. A gift stays with the house, and enters the fund once taken.
    """
    parts: Counter[str] = Counter()
    if order.state != Order.State.CANCELLED:
        for line in order.lines.all():
            if line.settlement == Producer.Settlement.CONNECT:
                parts[line.account_ref] += line.total_cents
    back = _given_back(payments)
    from_cards = [(p.pk, _kept(p) - back.get(p.pk, 0)) for p in payments]
    shares = rules.share_out(
        parts,
        payments=[
            *rules.withhold(from_cards, cents=order.gift_cents),
            (FROM_FUND, order.fund_cents),
        ],
    )
    due_at = order.market_day.closes_at
    for payment in payments:
        set_transfers(payment=payment, parts=shares[payment.pk], due_at=due_at)
    set_house_transfers(
        kind=paying.KIND, subject_id=order.pk, parts=shares[FROM_FUND], due_at=due_at
    )
    if any(p.state == Payment.State.SUCCEEDED for p in payments):
        fund.receive_gift(order)


def _kept(payment: Payment) -> int:
    """What of it can be passed on; of a sum still set aside, what will be taken at most."""
    return payment.amount_cents if payment.capture_cents is None else payment.capture_cents


def _given_back(payments: Sequence[Payment]) -> dict[int, int]:
    refunds = Refund.objects.filter(payment__in=payments).exclude(state=Refund.State.FAILED)
    return dict(
        refunds.values_list("payment").annotate(total=Sum("amount_cents")).order_by("payment")
    )


def _give_back(payments: Sequence[Payment], *, too_much: int, reason: str) -> None:
    """From the last payment back. A sum asked for but not taken yet is settled once it is."""
    back = _given_back(payments)
    for payment in reversed(payments):
        cents = min(too_much, payment.amount_cents - back.get(payment.pk, 0))
        if cents > 0 and payment.state == Payment.State.SUCCEEDED:
            ask_refund(payment=payment, amount_cents=cents, reason=reason)
            too_much -= cents
