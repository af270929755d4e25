"""The verbs of the market's shoppers, shared by every door."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

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
    WrongQuantityError,
)


def set_basket_line(*, visitor: UUID, offer_id: int, quantity: Decimal, now: datetime) -> Basket:
    """Have this much of an offer in the visitor's basket; zero takes it out. Nothing is reserved.

    It sets and never adds, so that a form sent twice does no harm. Raises OrdersClosedError,
    WrongQuantityError, or ShortStockError when less than that is left just now.
    """
    with transaction.atomic(durable=True):
        offer = Offer.objects.select_related("product", "market_day").get(pk=offer_id)
        if quantity > 0:
            _check_line(offer, quantity=quantity, now=now)
        # Locked: a basket being ordered in another tab takes no line more, the next basket does.
        basket, _created = Basket.objects.select_for_update().get_or_create(
            visitor=visitor, market_day=offer.market_day, ordered_at=None
        )
        if quantity > 0:
            BasketLine.objects.update_or_create(
                basket=basket,
                offer=offer,
                defaults={"quantity": quantity, "seen_price_cents": offer.price_cents},
            )
        else:
            BasketLine.objects.filter(basket=basket, offer=offer).delete()
        basket.save(update_fields=["updated_at"])
    return basket


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


def forget_left_baskets(*, now: datetime) -> int:
    """Delete baskets that nobody ordered, once the visit they belong to has ended too."""
    with transaction.atomic(durable=True):
        left = Basket.objects.filter(ordered_at=None, updated_at__lt=now - rules.KEEP_BASKETS_FOR)
        return left.delete()[0]


def forget_old_orders(*, now: datetime) -> int:
    """Erase who ordered and paid, three years after the market day, as the form promises; sums stay."""
    with transaction.atomic(durable=True):
        old = Order.objects.filter(market_day__closes_at__lt=now - rules.KEEP_NAMES_FOR)
        forgotten = list(old.exclude(email="").values_list("pk", flat=True))
        forget_payers(kind=completion.KIND, subject_ids=forgotten)
        return old.filter(pk__in=forgotten).update(name="", email="", phone="", person=None)


def _check_line(offer: Offer, *, quantity: Decimal, now: datetime) -> None:
    if not offer.market_day.takes_orders(at=now):
        raise OrdersClosedError(offer.market_day)
    if not rules.is_whole_steps(quantity, step=offer.product.step):
        raise WrongQuantityError(f"{quantity} is not a multiple of {offer.product.step}")
    if quantity > offer.left:
        raise ShortStockError([Shortage(product=offer.product, wanted=quantity, left=offer.left)])


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
