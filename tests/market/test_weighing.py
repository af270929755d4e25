"""A card waits for the scale: set aside with a margin, then taken for what was weighed."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from commons.notices.models import Message
from commons.payments.models import Payment, Refund, Transfer
from market import actions, tasks
from market.models import MarketDay, Offer, Order, OrderChange
from market.money.settling import account_of
from market.refusals import CardRefusedError, FarWeightError, NotWeighedError, TooLateError
from tests.market.cards import (
    all_that_is_written,
    day_at_hand,
    hear_of,
    opened,
    parts,
    pay,
    payments_of,
    send_what_is_written,
    taken_from_cards,
    weighed_offer,
)
from tests.market.factories import MarketDayFactory, OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db

AT_HALL = Order.PaymentMethod.AT_HALL


@pytest.fixture
def cheese():
    return weighed_offer(day_at_hand())


@pytest.fixture
def leeks(cheese):
    return OfferFactory(market_day=cheese.market_day)


@pytest.fixture
def order(cheese, leeks, stand_in):
    """500 g of cheese, 10 €, and two bunches, 5.20 €: 17.20 € are set aside."""
    order = order_of(basket_of((cheese, "0.5"), (leeks, 2)))
    pay(order, stand_in)
    return order


def weigh(order, kilos, *, is_sure=False, rank=0):
    line = order.lines.filter(by_weight=True).order_by("pk")[rank]
    actions.weigh_line(
        line_id=line.pk, weight=Decimal(kilos), by=None, now=timezone.now(), is_sure=is_sure
    )


def account(order):
    return account_of(Order.objects.get(pk=order.pk))


def test_the_estimate_and_a_margin_are_set_aside_and_nothing_is_taken(order, cheese, leeks):
    (payment,) = payments_of(order)
    assert (payment.state, payment.amount_cents) == (Payment.State.AUTHORIZED, 1720)
    assert order.state == Order.State.PLACED
    assert taken_from_cards(order) == 0
    assert (account(order).due, account(order).set_aside) == (0, 1720)
    assert parts() == {
        cheese.product.producer.account_ref: 1000,
        leeks.product.producer.account_ref: 520,
    }


def test_the_real_weight_is_taken_and_the_rest_let_go(order, cheese):
    weigh(order, "0.476")
    send_what_is_written()

    assert order.total_cents == 952 + 520 == taken_from_cards(order)
    (payment,) = payments_of(order)
    assert (payment.state, payment.amount_cents) == (Payment.State.SUCCEEDED, 1472)
    assert account(order).due == account(order).too_much == 0
    assert parts()[cheese.product.producer.account_ref] == 952
    assert not Refund.objects.exists()


def test_a_weight_within_the_margin_leaves_nothing_to_pay(order):
    weigh(order, "0.6")
    send_what_is_written()
    assert taken_from_cards(order) == 1720
    assert account(order).due == 0


def test_beyond_the_margin_the_rest_is_due_and_a_second_card_pays_it(order, cheese, stand_in):
    weigh(order, "0.65")
    send_what_is_written()
    assert taken_from_cards(order) == 1720
    assert account(order).due == 100

    assert actions.pay_the_rest(order_id=order.pk).amount_cents == 100
    pay(order, stand_in)
    assert taken_from_cards(order) == 1820
    assert account(order).due == 0
    sent = Transfer.objects.filter(account_ref=cheese.product.producer.account_ref)
    assert sum(sent.values_list("amount_cents", flat=True)) == 1300


def test_nothing_on_the_scale_lets_all_of_it_go(cheese, stand_in):
    order = order_of(basket_of((cheese, "0.5")))
    pay(order, stand_in)
    weigh(order, 0, is_sure=True)
    send_what_is_written()
    (payment,) = payments_of(order)
    assert payment.state == Payment.State.CANCELLED
    assert taken_from_cards(order) == 0
    assert (account(order).to_pay, account(order).due, parts()) == (0, 0, {})
    order.refresh_from_db()
    assert order.state == Order.State.PLACED
    assert not Message.objects.filter(kind="market.lapsed").exists()


def test_nothing_is_taken_before_all_of_it_is_weighed(cheese, stand_in):
    ham = weighed_offer(cheese.market_day)
    order = order_of(basket_of((cheese, "0.5"), (ham, "0.3")))
    pay(order, stand_in)
    weigh(order, "0.5")
    assert payments_of(order)[0].capture_cents is None
    weigh(order, "0.3", rank=1)
    assert payments_of(order)[0].capture_cents == 1600


def test_weighed_again_lighter_after_the_capture_the_difference_goes_back(order):
    weigh(order, "0.55")
    send_what_is_written()
    weigh(order, "0.5")
    send_what_is_written()
    assert taken_from_cards(order) == 1520
    assert Refund.objects.get().amount_cents == 100


def test_weighed_again_lighter_before_the_capture_is_done_the_difference_goes_back_after_it(order):
    weigh(order, "0.55")
    weigh(order, "0.5")
    assert not Refund.objects.exists()
    send_what_is_written()
    assert Refund.objects.get().amount_cents == 100
    assert taken_from_cards(order) == 1520


def test_weighed_again_heavier_the_difference_is_due(order):
    weigh(order, "0.5")
    send_what_is_written()
    weigh(order, "0.52")
    assert account(order).due == 40


def test_the_same_weight_twice_is_noted_once(order):
    weigh(order, "0.476")
    weigh(order, "0.476")
    change = OrderChange.objects.get()
    assert (change.kind, change.before, change.after) == ("weight", None, Decimal("0.476"))


def test_stock_does_not_follow_the_scale(order, cheese):
    weigh(order, "0.476")
    assert Offer.objects.get(pk=cheese.pk).reserved == Decimal("0.5")


def test_paid_at_the_hall_the_scale_says_what_is_due(cheese):
    order = order_of(basket_of((cheese, "0.5")), AT_HALL)
    weigh(order, "0.476")
    assert account(order).due == 952
    assert not Payment.objects.exists()


def test_a_weight_far_from_the_order_is_asked_again(order):
    before = all_that_is_written()
    with pytest.raises(FarWeightError) as far:
        weigh(order, 500)
    assert (far.value.ordered, far.value.weighed) == (Decimal("0.5"), 500)
    assert all_that_is_written() == before
    weigh(order, "0.3", is_sure=True)
    assert order.total_cents == 600 + 520


def test_what_has_a_price_of_its_own_or_less_than_nothing_is_not_weighed(order):
    bunches = order.lines.get(by_weight=False)
    before = all_that_is_written()
    with pytest.raises(NotWeighedError):
        actions.weigh_line(
            line_id=bunches.pk, weight=Decimal(2), by=None, now=timezone.now(), is_sure=True
        )
    with pytest.raises(NotWeighedError):
        weigh(order, "-0.5", is_sure=True)
    assert all_that_is_written() == before


def test_a_line_taken_out_is_not_weighed_any_more(order):
    line = order.lines.get(by_weight=True)
    actions.change_order(order_id=order.pk, quantities={line.pk: Decimal(0)}, now=timezone.now())
    before = all_that_is_written()
    with pytest.raises(NotWeighedError):
        weigh(order, "0.5", is_sure=True)
    assert all_that_is_written() == before


def test_only_a_firm_order_is_weighed(cheese, stand_in):
    waiting = order_of(basket_of((cheese, "0.5")))
    before = all_that_is_written()
    with pytest.raises(TooLateError):
        weigh(waiting, "0.5")
    assert all_that_is_written() == before


def test_when_the_bank_lets_the_sum_go_the_order_stays_and_is_due(order, stand_in):
    (payment,) = payments_of(order)
    stand_in.control(expire=payment.provider_ref)
    hear_of(payment.provider_ref)

    order.refresh_from_db()
    assert order.state == Order.State.PLACED
    assert account(order).due == 1520
    assert Message.objects.filter(kind="market.lapsed").count() == 1
    assert parts() == {}


def test_when_it_lapsed_between_the_scale_and_the_capture_the_order_is_due(order, stand_in):
    weigh(order, "0.476")
    (payment,) = payments_of(order)
    stand_in.control(expire=payment.provider_ref)
    send_what_is_written()
    assert payments_of(order)[0].state == Payment.State.CANCELLED
    assert account(order).due == 1472
    assert parts() == {}


def test_a_lapsed_sum_is_paid_by_another_card_and_its_parts_follow(order, cheese, stand_in):
    weigh(order, "0.476")
    stand_in.control(expire=payments_of(order)[0].provider_ref)
    send_what_is_written()
    actions.pay_the_rest(order_id=order.pk)
    pay(order, stand_in)
    assert account(order).due == 0
    assert taken_from_cards(order) == 1472
    assert parts()[cheese.product.producer.account_ref] == 952


def test_a_cancelled_order_lets_go_of_what_is_set_aside(order, cheese):
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    send_what_is_written()
    (payment,) = payments_of(order)
    assert payment.state == Payment.State.CANCELLED
    assert taken_from_cards(order) == 0
    assert set(Offer.objects.values_list("reserved", flat=True)) == {0}
    assert not Refund.objects.exists()
    assert parts() == {}


def test_cancelled_between_the_scale_and_the_capture_all_of_it_goes_back(order):
    weigh(order, "0.476")
    actions.call_off_order(order_id=order.pk, reason="La fromagère est malade.", now=timezone.now())
    send_what_is_written()
    send_what_is_written()
    assert taken_from_cards(order) == 0
    assert Refund.objects.get().amount_cents == 1472
    assert parts() == {}


def test_after_the_market_what_nobody_weighed_counts_as_ordered(order):
    now = timezone.now()
    MarketDay.objects.update(
        orders_open_at=now - timedelta(days=9),
        orders_close_at=now - timedelta(days=3),
        opens_at=now - timedelta(hours=16),
        closes_at=now - timedelta(hours=13),
    )
    tasks.take_estimates()
    send_what_is_written()
    assert taken_from_cards(order) == 1520
    assert order.lines.get(by_weight=True).weighed == Decimal("0.5")
    before = all_that_is_written()
    tasks.take_estimates()
    assert all_that_is_written() == before


def test_estimates_leave_what_was_weighed_and_what_is_still_for_the_scale(order):
    weigh(order, "0.476")
    actions.take_estimates(order_id=order.pk, now=timezone.now())
    assert order.lines.get(by_weight=True).weighed == Decimal("0.476")


def test_estimates_wait_for_the_market_to_be_over(order):
    tasks.take_estimates()
    assert order.lines.get(by_weight=True).weighed is None


def test_a_card_is_refused_when_the_sum_would_lapse_before_the_market(stand_in):
    far_day = MarketDayFactory(date=timezone.localdate() + timedelta(days=20))
    basket = basket_of((weighed_offer(far_day), "0.5"))
    with pytest.raises(CardRefusedError):
        order_of(basket)
    assert not Order.objects.exists()
    assert order_of(basket, AT_HALL).state == Order.State.PLACED


def test_a_sum_set_aside_that_beats_the_sweeper_wins(cheese, stand_in):
    """The bank said yes, and no event has come yet when the time to pay is over."""
    order = order_of(basket_of((cheese, "0.5")))
    stand_in.pay(opened(order))
    Order.objects.update(expires_at=timezone.now())
    tasks.release_unpaid_orders()
    order.refresh_from_db()
    assert order.state == Order.State.PLACED
    assert payments_of(order)[0].state == Payment.State.AUTHORIZED


def test_a_sum_set_aside_too_late_is_let_go(cheese, stand_in):
    order = order_of(basket_of((cheese, "0.5")))
    opened(order)
    Order.objects.update(expires_at=timezone.now())
    tasks.release_unpaid_orders()
    order.refresh_from_db()
    assert order.state == Order.State.EXPIRED
    assert Offer.objects.get(pk=cheese.pk).reserved == 0
