"""The verbs of an order: placed, paid otherwise, taken back, forgotten."""

from datetime import datetime

from django.db import transaction

from commons.payments.actions import (
    abandon_payment,
    ask_refund,
    drop_transfers,
    forget_payers,
    prepare_payment,
)
from commons.payments.models import Payment
from market import completion, rules, stock, transitions
from market.models import Basket, BasketLine, MarketDay, Offer, Order
from market.orders import Shopper, copy_lines, write_order
from market.refusals import (
    BasketEmptyError,
    CardRefusedError,
    OrdersClosedError,
    Shortage,
    ShortStockError,
    TotalChangedError,
)


def place_order(
    *,
    basket_id: int,
    shopper: Shopper,
    payment_method: Order.PaymentMethod,
    seen_total_cents: int,
    now: datetime,
) -> Order:
    """Turn a basket into an order and reserve its stock; a basket ordered already gives its order.

    The order window counts here, at placing: a bank may then take its time. ``seen_total_cents`` is
    the total the shopper agreed to. Raises an OrderRefusedError, and then nothing is written.
    """
    with transaction.atomic(durable=True):
        basket = Basket.objects.select_for_update().get(pk=basket_id)
        if basket.ordered_at is not None:
            return basket.order
        lines = list(
            basket.lines.select_related("offer__product__producer", "offer__product__plant")
        )
        market_day = MarketDay.objects.get(pk=basket.market_day_id)
        _check_basket(lines, market_day=market_day, seen_total_cents=seen_total_cents, now=now)
        if payment_method == Order.PaymentMethod.CARD:
            _check_card(lines, total_cents=seen_total_cents)

        order = write_order(basket, shopper=shopper, payment_method=payment_method, now=now)
        copy_lines(order, lines)
        basket.ordered_at = now
        basket.save(update_fields=["ordered_at"])
        if payment_method == Order.PaymentMethod.CARD:
            prepare_payment(
                kind=completion.KIND,
                subject_id=order.pk,
                amount_cents=seen_total_cents,
                payer_email=order.email,
                description=f"Halle & Jardins {order.number}",
            )
        else:
            transitions.confirm(order, now=now)
        # Last: from here to the commit, others who want the same offer wait.
        _reserve(lines)
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
    attempts = Payment.objects.filter(
        kind=completion.KIND, subject_id=order_id, state__in=Payment.OPEN
    )
    for payment_id in attempts.values_list("pk", flat=True):
        abandon_payment(payment_id=payment_id)


def cancel_order(*, order_id: int) -> None:
    """Take back a confirmed order: its stock returns on sale, what was paid by card is paid back.

    Whether it still may be is the caller's to ask (``queries.can_be_cancelled``).
    """
    with transaction.atomic(durable=True):
        payments = list(
            Payment.objects.select_for_update()
            .filter(kind=completion.KIND, subject_id=order_id, state=Payment.State.SUCCEEDED)
            .order_by("pk")
        )
        order = Order.objects.select_for_update().get(pk=order_id)
        if order.state != Order.State.PLACED:
            return
        for payment in payments:
            drop_transfers(payment=payment)
            ask_refund(payment=payment, amount_cents=payment.amount_cents, reason="cancelled")
        transitions.cancel(order)


def forget_old_orders(*, now: datetime) -> int:
    """Erase who ordered and paid, three years after the market day, as the form promises; sums stay."""
    with transaction.atomic(durable=True):
        old = Order.objects.filter(market_day__closes_at__lt=now - rules.KEEP_NAMES_FOR)
        forgotten = list(old.exclude(email="").values_list("pk", flat=True))
        forget_payers(kind=completion.KIND, subject_ids=forgotten)
        return old.filter(pk__in=forgotten).update(name="", email="", phone="", person=None)


def _check_basket(
    lines: list[BasketLine], *, market_day: MarketDay, seen_total_cents: int, now: datetime
) -> None:
    if not lines:
        raise BasketEmptyError
    if not market_day.takes_orders(at=now):
        raise OrdersClosedError(market_day)
    if sum(line.total_cents for line in lines) != seen_total_cents:
        raise TotalChangedError


def _check_card(lines: list[BasketLine], *, total_cents: int) -> None:
    settlements = [line.offer.product.producer.settlement for line in lines]
    if not rules.card_is_possible(settlements=settlements, total_cents=total_cents):
        raise CardRefusedError


def _reserve(lines: list[BasketLine]) -> None:
    short = stock.reserve({line.offer_id: line.quantity for line in lines})
    if not short:
        return
    now_left = Offer.objects.select_related("product").in_bulk(short)
    raise ShortStockError(
        [
            Shortage(
                product=line.offer.product,
                wanted=line.quantity,
                left=now_left[line.offer_id].left,
            )
            for line in lines
            if line.offer_id in now_left
        ]
    )
