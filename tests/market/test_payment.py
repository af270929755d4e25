"""Paying an order by card, against the running stand-in: what each outcome makes of it."""

from datetime import timedelta

import pytest
import stripe
from django.db import transaction
from django.utils import timezone

from commons.notices.models import Message
from commons.payments import provider
from commons.payments.actions import open_payment, settle_intent
from commons.payments.models import Payment, Refund, Transfer
from market import actions, queries
from market.models import MarketDay, Offer, Order, Producer
from market.money.completion import OrderCompletion
from market.money.settling import account_of
from market.tasks import call_off_orders, release_unpaid_orders
from market.transitions import may_still_change
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_queue(monkeypatch):
    """Refunds and mails stay written down: their sending is tested with payments and notices."""
    monkeypatch.setattr("commons.payments.tasks.send_refund.delay_on_commit", lambda *_: None)
    monkeypatch.setattr("commons.notices.tasks.send_message.delay_on_commit", lambda *_: None)


@pytest.fixture
def order(stand_in):
    return order_of(basket_of((OfferFactory(), 2)))


def opened(order):
    return open_payment(payment_id=queries.open_payment_of(order).pk)


def pay(order, stand_in):
    intent = opened(order)
    stand_in.pay(intent.ref)
    settle_intent(provider.read_intent(intent.ref))
    order.refresh_from_db()


def reserved(order):
    return Offer.objects.get(order_lines__order=order).reserved


def late_payment(order):
    """The money of an order comes in after all, as its handler is told."""
    payment = Payment.objects.get(subject_id=order.pk)
    with transaction.atomic():
        OrderCompletion().paid(payment)
    order.refresh_from_db()
    return payment


def expire(order):
    Order.objects.filter(pk=order.pk).update(expires_at=timezone.now())
    release_unpaid_orders()
    order.refresh_from_db()


def test_a_paid_order_is_confirmed_and_owes_nothing(order, stand_in):
    pay(order, stand_in)
    assert order.state == Order.State.PLACED
    assert order.expires_at is None
    assert account_of(order).due == 0
    assert Message.objects.get().key == f"order:{order.pk}:receipt"


def test_a_declined_card_leaves_the_order_waiting_for_another(order, stand_in):
    intent = opened(order)
    with pytest.raises(stripe.CardError):
        stand_in.pay(intent.ref, card="pm_card_chargeDeclined")
    settle_intent(provider.read_intent(intent.ref))
    order.refresh_from_db()
    assert order.state == Order.State.AWAITING_PAYMENT
    assert reserved(order) == 2
    pay(order, stand_in)
    assert order.state == Order.State.PLACED


def test_each_producer_paid_by_the_provider_gets_their_part(stand_in):
    day = MarketDayFactory()
    buis, ambre = ProducerFactory(), ProducerFactory()
    resold = ProducerFactory(settlement=Producer.Settlement.RESOLD, account_ref="")
    offers = [
        OfferFactory(market_day=day, product=ProductFactory(producer=producer), price_cents=cents)
        for producer, cents in ((buis, 100), (buis, 250), (ambre, 400), (resold, 300))
    ]
    pay(order_of(basket_of(*((offer, 1) for offer in offers))), stand_in)

    assert dict(Transfer.objects.values_list("account_ref", "amount_cents")) == {
        buis.account_ref: 350,
        ambre.account_ref: 400,
    }


def test_the_window_may_close_while_the_bank_asks(order, stand_in):
    intent = opened(order)
    now = timezone.now()
    MarketDay.objects.update(orders_open_at=now - timedelta(days=2), orders_close_at=now)
    stand_in.pay(intent.ref)
    settle_intent(provider.read_intent(intent.ref))
    order.refresh_from_db()
    assert order.state == Order.State.PLACED
    assert not Refund.objects.exists()


def test_an_order_nobody_pays_gives_its_stock_back(order):
    intent = opened(order)
    expire(order)
    assert order.state == Order.State.EXPIRED
    assert reserved(order) == 0
    assert provider.read_intent(intent.ref).is_cancelled
    assert Message.objects.get().kind == "market.expired"


def test_an_order_whose_page_was_never_opened_expires_too(order):
    expire(order)
    assert (order.state, reserved(order)) == (Order.State.EXPIRED, 0)


def test_an_order_keeps_its_stock_while_the_provider_is_away(order, settings):
    opened(order)
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    expire(order)
    assert (order.state, reserved(order)) == (Order.State.AWAITING_PAYMENT, 2)


def test_a_payment_that_beats_the_sweeper_wins(order, stand_in):
    stand_in.pay(opened(order).ref)
    expire(order)
    assert (order.state, reserved(order)) == (Order.State.PLACED, 2)


def test_an_expired_order_that_was_paid_comes_back_if_its_goods_are_there(order):
    expire(order)
    late_payment(order)
    assert (order.state, reserved(order)) == (Order.State.PLACED, 2)
    assert not Refund.objects.exists()


def test_an_expired_order_that_was_paid_is_paid_back_when_its_goods_are_gone(order):
    expire(order)
    Offer.objects.update(reserved=11)
    payment = late_payment(order)
    assert (order.state, reserved(order)) == (Order.State.EXPIRED, 11)
    assert Refund.objects.get().amount_cents == payment.amount_cents
    assert Message.objects.filter(kind="market.paid-too-late").count() == 1


def test_an_expired_order_is_paid_back_once_the_window_is_closed(order):
    expire(order)
    now = timezone.now()
    MarketDay.objects.update(orders_open_at=now - timedelta(days=2), orders_close_at=now)
    late_payment(order)
    assert order.state == Order.State.EXPIRED
    assert Refund.objects.exists()


def test_paying_at_the_hall_instead_never_lets_go_of_the_stock(order):
    intent = opened(order)
    actions.pay_at_hall(order_id=order.pk, now=timezone.now())
    order.refresh_from_db()
    assert (order.state, order.payment_method) == (Order.State.PLACED, "at-hall")
    assert reserved(order) == 2
    assert provider.read_intent(intent.ref).is_cancelled


def test_a_wish_to_pay_at_the_hall_outlives_the_providers_absence(order, settings, stand_in):
    opened(order)
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    with pytest.raises(provider.ProviderUnreachableError):
        actions.pay_at_hall(order_id=order.pk, now=timezone.now())
    settings.STRIPE_API_BASE = stand_in.url
    release_unpaid_orders()
    order.refresh_from_db()
    assert (order.state, order.payment_method) == (Order.State.PLACED, "at-hall")


def test_a_card_that_went_through_beats_the_wish_to_pay_at_the_hall(order, stand_in):
    stand_in.pay(opened(order).ref)
    actions.pay_at_hall(order_id=order.pk, now=timezone.now())
    order.refresh_from_db()
    assert (order.state, order.payment_method) == (Order.State.PLACED, "card")
    assert account_of(order).due == 0


def test_a_cancelled_order_is_paid_back_and_its_producers_part_stays(order, stand_in):
    pay(order, stand_in)
    assert Transfer.objects.get().due_at == order.market_day.closes_at
    assert may_still_change(order, at=timezone.now())
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    assert Refund.objects.get().amount_cents == 520
    assert Transfer.objects.get().state == Transfer.State.DROPPED
    assert reserved(order) == 0


@pytest.mark.parametrize("state", Transfer.GONE)
def test_an_order_whose_money_goes_on_is_not_cancelled_by_a_link(order, stand_in, state):
    pay(order, stand_in)
    Transfer.objects.update(state=state)
    assert not may_still_change(order, at=timezone.now())


def test_a_day_called_off_takes_its_orders_with_it(order, stand_in):
    pay(order, stand_in)
    waiting = order_of(basket_of((Offer.objects.get(), 1)))
    MarketDay.objects.update(state=MarketDay.State.CANCELLED)
    call_off_orders()
    for one, state in ((order, Order.State.CANCELLED), (waiting, Order.State.EXPIRED)):
        one.refresh_from_db()
        assert one.state == state
    assert Refund.objects.get().amount_cents == 520
    assert Transfer.objects.get().state == Transfer.State.DROPPED
    assert Offer.objects.get().reserved == 0


def test_whoever_paid_is_forgotten_with_their_order(order, stand_in):
    pay(order, stand_in)
    actions.forget_old_orders(now=order.market_day.closes_at + timedelta(days=3 * 365 + 1))
    assert Payment.objects.get().payer_email == ""
    assert Payment.objects.get().amount_cents == 520
