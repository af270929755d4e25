"""Goods on the scale, and what people and the worker do about their money, in tests of orders."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from commons.notices.models import Message
from commons.payments import provider
from commons.payments.actions import dispatch_capture, dispatch_refund, open_payment, settle_intent
from commons.payments.models import Payment, Refund, Transfer
from market import queries
from market.models import Offer, Order, OrderChange, OrderLine
from market.money import paying
from tests.market.factories import MarketDayFactory, OfferFactory, ProductFactory


def day_at_hand(**given):
    """Near enough for a card to wait for the scale, and still open to orders."""
    return MarketDayFactory(date=timezone.localdate() + timedelta(days=4), **given)


def weighed_offer(day, **given):
    """Cheese at 20 € the kilo, by steps of 100 g."""
    product = ProductFactory(
        unit="kg", pack_size=None, pack_unit="", weighed=True, step=Decimal("0.1")
    )
    return OfferFactory(**{"market_day": day, "product": product, "price_cents": 2000} | given)


def pay(order, stand_in):
    """Open the attempt that waits, pay it as the browser does, and hear of it."""
    ref = opened(order)
    stand_in.pay(ref)
    hear_of(ref)
    order.refresh_from_db()


def opened(order):
    """The attempt that waits, known to the provider: its reference there."""
    return open_payment(payment_id=queries.open_payment_of(order).pk).ref


def hear_of(ref):
    settle_intent(provider.read_intent(ref))


def send_what_is_written():
    """The worker's part: sums are captured or let go, money goes back."""
    for payment in Payment.objects.filter(capture_cents__isnull=False):
        dispatch_capture(payment_id=payment.pk)
    for refund in Refund.objects.filter(state=Refund.State.PREPARED):
        dispatch_refund(refund_id=refund.pk)


def payments_of(order):
    return list(paying.payments_of(order.pk).order_by("pk"))


def taken_from_cards(order):
    """What the shopper's bank would say: cents received by the provider, less what it gave back."""
    received = sum(
        provider.read_intent(payment.provider_ref).received_cents
        for payment in payments_of(order)
        if payment.provider_ref
    )
    back = Refund.objects.filter(
        payment__in=payments_of(order), state=Refund.State.SUCCEEDED
    ).values_list("amount_cents", flat=True)
    return received - sum(back)


def parts():
    """The producers' parts still to be sent."""
    rows = Transfer.objects.exclude(state=Transfer.State.DROPPED)
    return dict(rows.values_list("account_ref", "amount_cents"))


def all_that_is_written():
    """Every row that a verb of an order may touch: the same before and after a refusal."""
    return [
        sorted(model.objects.values_list())
        for model in (Offer, Order, OrderLine, OrderChange, Refund, Transfer, Message)
    ] + [sorted(Payment.objects.values_list("pk", "state", "amount_cents", "capture_cents"))]
