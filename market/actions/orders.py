"""The verbs of an order: placed, paid otherwise, taken back, forgotten."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from commons.notices.actions import write_message
from commons.payments.actions import abandon_payment, forget_payers, prepare_payment
from commons.payments.models import Payment
from commons.people.models import Person
from market import rules, transitions
from market.actions.baskets import check_open, lock_basket
from market.guards import holding, slots, stock
from market.guards.staying import stays_as_it_is
from market.models import (
    Collective,
    FundEntry,
    Order,
    OrderNote,
    OrderWord,
)
from market.money import fund, paying, settling
from market.money.billing import Bill, Wish, bill_of, card_can_pay
from market.orders import Shopper, copy_lines, copy_notes, write_order
from market.refusals import (
    CardRefusedError,
    GiftByCardError,
    TooLateError,
    TotalChangedError,
)

NO_WISH = Wish()


def place_order(
    *,
    basket_id: int,
    shopper: Shopper,
    payment_method: Order.PaymentMethod,
    seen_total_cents: int,
    now: datetime,
    slot_id: int | None = None,
    wish: Wish = NO_WISH,
) -> Order:
    """Turn a basket into an order, its stock reserved; a basket ordered already gives its order.

    The order window counts here, at placing: a bank may then take its time. ``seen_total_cents`` is
    what the shopper agreed to pay, the fund's part and a gift being counted. Raises an
    OrderRefusedError, and then nothing is written.
    """
    with transaction.atomic(durable=True):
        basket = lock_basket(basket_id)
        if basket.ordered_at is not None:
            return basket.order
        lines = list(
            basket.lines.select_related("offer__product__producer", "offer__product__plant")
        )
        market_day = stays_as_it_is(basket.market_day_id)
        check_open(lines, market_day=market_day, now=now)
        bill = bill_of(lines, wish=wish, market_day=market_day, email=shopper.email, now=now)
        if bill.to_pay_cents != seen_total_cents:
            raise TotalChangedError
        by_card = payment_method == Order.PaymentMethod.CARD and bill.to_pay_cents > 0
        if by_card and not card_can_pay(lines, bill=bill, market_day=market_day, now=now):
            raise CardRefusedError
        if bill.gift_cents and not by_card:
            raise GiftByCardError
        slot = slots.take(market_day=market_day, slot_id=slot_id)

        order = write_order(
            basket,
            shopper=shopper,
            payment_method=payment_method,
            slot=slot,
            bill=bill,
            now=now,
        )
        copy_lines(order, lines)
        copy_notes(order, basket)
        if by_card:
            _ask_payment(order, bill=bill)
        else:
            transitions.confirm(order, now=now)
        fund.help_order(order, word=bill.word)
        if not by_card:
            settling.share_out(order, [])
        # Last: from here to the commit, others who want the same offer wait.
        holding.reserve_the_rest(lines)
        basket.lines.update(held=0)  # it is the order's now
        basket.ordered_at, basket.held_until = now, None
        basket.save(update_fields=["ordered_at", "held_until"])
    return order


def pay_at_hall(*, order_id: int, now: datetime) -> None:
    """Give the card up and pay at the hall instead, without letting go of the stock in between.

    The wish is written down first: should the provider be away (ProviderUnreachableError), the
    sweeper carries it out. Should the card have gone through meanwhile, the order is paid by card,
    once.
    """
    with transaction.atomic(durable=True):
        order = Order.objects.select_for_update().get(pk=order_id)
        if order.state != Order.State.AWAITING_PAYMENT:
            return
        order.payment_method = Order.PaymentMethod.AT_HALL
        order.expires_at = now
        order.save(update_fields=["payment_method", "expires_at"])
    release_unpaid(order_id=order_id)


def release_unpaid(*, order_id: int) -> None:
    """Give up the open payment of an order, at the provider first; its handler frees the stock.

    Raises ProviderUnreachableError: the order then keeps its stock until the next try.
    """
    attempts = paying.payments_of(order_id).filter(state__in=Payment.OPEN)
    for payment_id in attempts.values_list("pk", flat=True):
        abandon_payment(payment_id=payment_id)


def pay_the_rest(*, order_id: int) -> Payment | None:
    """Write down a payment by card of what a confirmed order still owes; None when it owes nothing.

    None too for an order paid at the hall: a stall that takes no card may be in it.
    Asked again, it is the same payment, unless the sum has changed meanwhile. Raises
    ProviderUnreachableError when an attempt at another sum cannot be given up.
    """
    order = Order.objects.get(pk=order_id)
    if not _owes_by_card(order):
        return None
    due = settling.account_of(order).due
    attempt = paying.payments_of(order_id).filter(state__in=Payment.OPEN).first()
    if attempt and attempt.amount_cents != due:
        abandon_payment(payment_id=attempt.pk)
    with transaction.atomic(durable=True):
        order = Order.objects.select_for_update().get(pk=order_id)
        due = settling.account_of(order).due
        if not _owes_by_card(order) or due < rules.LEAST_BY_CARD:
            return None
        attempt = paying.payments_of(order_id).filter(state__in=Payment.OPEN).first()
        return attempt or _prepare(order, amount_cents=due)


def cancel_order(*, order_id: int, now: datetime) -> None:
    """The shopper takes a confirmed order back: its stock returns on sale, its money to the card.

    Leaves quietly when it is cancelled already. Raises TooLateError once the window is closed or a
    producer's part has left.
    """
    with transaction.atomic(durable=True):
        payments = settling.lock_payments(order_id)
        order = _locked(order_id)
        if order.state != Order.State.PLACED:
            return
        if not transitions.may_still_change(order, at=now):
            raise TooLateError
        transitions.close_cancelled(order, now=now)
        _give_back(order, payments)


def call_off_order(
    *, order_id: int, now: datetime, reason: str = "", by: Person | None = None
) -> None:
    """The hall cannot keep a confirmed order: the same as cancelling, at any time; it says who, and why."""
    with transaction.atomic(durable=True):
        payments = settling.lock_payments(order_id)
        order = _locked(order_id)
        if order.state == Order.State.PLACED:
            transitions.close_cancelled(order, now=now, by=by, reason=reason)
            _give_back(order, payments)


def write_to_hall(*, order_id: int, words: str, now: datetime) -> None:
    """A shopper's words about their order, which leave for the hall's address; said twice, kept once."""
    with transaction.atomic(durable=True):
        order = _locked(order_id)
        if order.words.filter(words=words, at__gte=now - rules.SAID_TWICE_WITHIN).exists():
            return
        word = OrderWord.objects.create(order=order, at=now, words=words)
        write_message(
            key=f"order-word:{word.pk}",
            kind="market.word",
            subject_id=word.pk,
            to=Collective.load().email,
            language=settings.LANGUAGE_CODE,
        )


def forget_old_orders(*, now: datetime) -> int:
    """Erase who ordered and paid, three years after the market day, as the form promises; sums stay."""
    with transaction.atomic(durable=True):
        old = Order.objects.filter(market_day__closes_at__lt=now - rules.KEEP_NAMES_FOR)
        forgotten = list(old.exclude(email="").values_list("pk", flat=True))
        forget_payers(kind=paying.KIND, subject_ids=forgotten)
        OrderNote.objects.filter(order__in=forgotten).delete()
        OrderWord.objects.filter(order__in=forgotten).delete()
        FundEntry.objects.filter(order__in=forgotten).update(order=None)
        nobody: dict[str, Any] = {"name": "", "email": "", "phone": "", "person": None}
        return old.filter(pk__in=forgotten).update(**nobody)


def _locked(order_id: int) -> Order:
    return (
        Order.objects.select_for_update(of=("self",)).select_related("market_day").get(pk=order_id)
    )


def _give_back(order: Order, payments: list[Payment]) -> None:
    settling.settle(order, payments, reason="cancelled")
    stock.release(transitions.quantities_of(order))  # last, for others wait from here


def _ask_payment(order: Order, *, bill: Bill) -> None:
    """What is to pay; with a margin, only set aside, when the scale will have the last word."""
    if bill.to_set_aside_cents:
        _prepare(order, amount_cents=bill.to_set_aside_cents, captured_later=True)
    else:
        _prepare(order, amount_cents=bill.to_pay_cents)


def _prepare(order: Order, *, amount_cents: int, captured_later: bool = False) -> Payment:
    return prepare_payment(
        kind=paying.KIND,
        subject_id=order.pk,
        amount_cents=amount_cents,
        payer_email=order.email,
        description=f"Halle & Jardins {order.number}",
        captured_later=captured_later,
    )


def _owes_by_card(order: Order) -> bool:
    return order.state == Order.State.PLACED and order.payment_method == Order.PaymentMethod.CARD
