"""An order changed until the window closes: stock and money follow its lines, once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from commons.notices.models import Message
from commons.payments import provider
from commons.payments.models import Payment, Refund, Transfer
from commons.people.models import Person
from market import actions
from market.models import MarketDay, Offer, Order, OrderChange
from market.money.settling import account_of
from market.refusals import ShortStockError, TooLateError, WrongQuantityError
from tests.market.cards import (
    all_that_is_written,
    day_at_hand,
    opened,
    parts,
    pay,
    payments_of,
    send_what_is_written,
    taken_from_cards,
    weighed_offer,
)
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db

AT_HALL = Order.PaymentMethod.AT_HALL


@pytest.fixture
def leeks():
    return OfferFactory(market_day=day_at_hand())


@pytest.fixture
def eggs(leeks):
    return OfferFactory(market_day=leeks.market_day, price_cents=400)


@pytest.fixture
def order(leeks, eggs, stand_in):
    """Three bunches of leeks and one box of eggs, 11.80 €, paid by card."""
    order = order_of(basket_of((leeks, 3), (eggs, 1)))
    pay(order, stand_in)
    return order


@pytest.fixture
def keeper():
    return Person.objects.create(email="halle@exemple.fr")


def change(order, *wished, **given):
    """(offer, quantity) each."""
    lines = {line.offer_id: line.pk for line in order.lines.all()}
    return actions.change_order(
        **{
            "order_id": order.pk,
            "quantities": {lines[offer.pk]: Decimal(str(quantity)) for offer, quantity in wished},
            "now": timezone.now(),
        }
        | given
    )


def account(order):
    return account_of(Order.objects.get(pk=order.pk))


def reserved(offer):
    return Offer.objects.get(pk=offer.pk).reserved


def close_the_window():
    now = timezone.now()
    MarketDay.objects.update(orders_open_at=now - timedelta(days=2), orders_close_at=now)


def test_less_gives_stock_and_money_back_once(order, leeks, eggs):
    assert change(order, (leeks, 1))
    assert reserved(leeks) == 1
    assert Refund.objects.get().amount_cents == 520

    assert not change(order, (leeks, 1))
    send_what_is_written()
    assert taken_from_cards(order) == 660 == account(order).to_pay
    assert parts()[leeks.product.producer.account_ref] == 260
    assert parts()[eggs.product.producer.account_ref] == 400


def test_less_and_less_again_gives_back_each_difference(order, leeks):
    change(order, (leeks, 2))
    change(order, (leeks, 1))
    send_what_is_written()
    assert sorted(Refund.objects.values_list("amount_cents", flat=True)) == [260, 260]
    assert taken_from_cards(order) == 660


def test_more_is_due_and_a_second_card_pays_it(order, leeks, stand_in):
    change(order, (leeks, 5))
    assert reserved(leeks) == 5
    assert account(order).due == 520
    rest = actions.pay_the_rest(order_id=order.pk)
    assert actions.pay_the_rest(order_id=order.pk) == rest
    pay(order, stand_in)
    assert account(order).due == 0
    assert taken_from_cards(order) == 1700
    sent = Transfer.objects.filter(account_ref=leeks.product.producer.account_ref)
    assert sum(sent.values_list("amount_cents", flat=True)) == 5 * 260
    assert Transfer.objects.filter(payment=rest).exists()


def test_more_then_less_leaves_nothing_due(order, leeks):
    change(order, (leeks, 5))
    change(order, (leeks, 3))
    assert account(order).due == account(order).too_much == 0
    assert not Refund.objects.exists()


def test_paid_by_two_cards_the_last_gives_back_first(order, leeks, stand_in):
    change(order, (leeks, 5))
    actions.pay_the_rest(order_id=order.pk)
    pay(order, stand_in)
    change(order, (leeks, 2))
    send_what_is_written()
    first, second = payments_of(order)
    back = {row.payment_id: row.amount_cents for row in Refund.objects.all()}
    assert back == {second.pk: 520, first.pk: 260}
    assert taken_from_cards(order) == 920
    assert sum(parts_of(leeks)) == 520


def parts_of(offer):
    sent = Transfer.objects.exclude(state=Transfer.State.DROPPED)
    return sent.filter(account_ref=offer.product.producer.account_ref).values_list(
        "amount_cents", flat=True
    )


def test_an_attempt_at_another_sum_is_given_up_with_the_change(order, leeks, stand_in):
    change(order, (leeks, 5))
    attempt = actions.pay_the_rest(order_id=order.pk)
    change(order, (leeks, 4))
    attempt.refresh_from_db()
    assert attempt.state == Payment.State.CANCELLED
    assert actions.pay_the_rest(order_id=order.pk).amount_cents == 260


def test_a_rest_paid_for_more_than_is_due_now_goes_back_whole(order, leeks, stand_in):
    """Its bank took a while, and the order needs it no more."""
    change(order, (leeks, 5))
    attempt = actions.pay_the_rest(order_id=order.pk)
    Order.objects.filter(pk=order.pk).update(state=Order.State.CANCELLED)
    pay(order, stand_in)
    assert Refund.objects.get().payment == attempt
    assert Message.objects.filter(kind="market.paid-too-late").exists()


def test_a_rest_too_small_for_a_card_is_left_for_the_hall(order, leeks):
    order.lines.filter(offer=leeks).update(total_cents=780 + 49)
    assert account(order).due == 49
    assert actions.pay_the_rest(order_id=order.pk) is None


def test_every_line_out_cancels_and_all_goes_back(order, leeks, eggs):
    change(order, (leeks, 0), (eggs, 0))
    order.refresh_from_db()
    assert order.state == Order.State.CANCELLED
    assert reserved(leeks) == reserved(eggs) == 0
    send_what_is_written()
    assert taken_from_cards(order) == 0
    assert parts() == {}
    assert Message.objects.filter(kind="market.cancelled").count() == 1
    assert order.lines.count() == 2
    with pytest.raises(TooLateError):
        change(order, (leeks, 1))


def test_one_line_out_stays_written_and_its_seller_gets_nothing(order, leeks, eggs):
    change(order, (eggs, 0))
    assert order.lines.get(offer=eggs).total_cents == 0
    assert parts() == {leeks.product.producer.account_ref: 780}
    change(order, (eggs, 1))
    assert account(order).due == 400


def test_a_line_keeps_the_price_it_was_promised_at(order, leeks):
    Offer.objects.filter(pk=leeks.pk).update(price_cents=999)
    change(order, (leeks, 4))
    assert order.lines.get(offer=leeks).total_cents == 4 * 260


def test_each_change_is_noted_with_who_and_why(order, leeks, keeper):
    change(order, (leeks, 2), by=keeper, reason="La récolte a gelé.")
    noted = OrderChange.objects.get()
    assert (noted.before, noted.after) == (3, 2)
    assert (noted.by, noted.reason) == (keeper, "La récolte a gelé.")
    assert Message.objects.filter(kind="market.changed").count() == 1


def test_the_hall_may_change_after_the_window_and_the_shopper_may_not(order, leeks, keeper):
    close_the_window()
    before = all_that_is_written()
    with pytest.raises(TooLateError):
        change(order, (leeks, 2))
    assert all_that_is_written() == before
    assert change(order, (leeks, 2), by=keeper, reason="La récolte a gelé.")


@pytest.mark.parametrize("state", Transfer.GONE)
def test_a_shopper_changes_nothing_once_a_part_has_left(order, leeks, state):
    Transfer.objects.update(state=state)
    before = all_that_is_written()
    with pytest.raises(TooLateError):
        change(order, (leeks, 2))
    assert all_that_is_written() == before


def test_more_than_there_is_changes_nothing_at_all(order, leeks, eggs):
    before = all_that_is_written()
    with pytest.raises(ShortStockError) as short:
        change(order, (leeks, 13), (eggs, 0))
    (shortage,) = short.value.shortages
    assert (shortage.product, shortage.wanted, shortage.left) == (leeks.product, 13, 12)
    assert all_that_is_written() == before


@pytest.mark.parametrize("quantity", ["1.5", "-1"])
def test_between_steps_or_below_zero_changes_nothing(order, leeks, eggs, quantity):
    before = all_that_is_written()
    with pytest.raises(WrongQuantityError):
        change(order, (eggs, 2), (leeks, quantity))
    assert all_that_is_written() == before


def test_of_a_closed_offer_less_but_not_more(order, leeks):
    Offer.objects.update(on_sale=False)
    with pytest.raises(ShortStockError):
        change(order, (leeks, 4))
    assert change(order, (leeks, 2))


def test_an_order_that_waits_for_its_card_is_not_changed_and_keeps_waiting(leeks, keeper, stand_in):
    order = order_of(basket_of((leeks, 2)))
    before = all_that_is_written()
    for by in (None, keeper):
        with pytest.raises(TooLateError):
            change(order, (leeks, 1), by=by)
    assert all_that_is_written() == before
    pay(order, stand_in)
    assert order.state == Order.State.PLACED


def test_a_change_that_comes_too_late_leaves_the_card_of_the_rest_alone(order, leeks, stand_in):
    change(order, (leeks, 5))
    actions.pay_the_rest(order_id=order.pk)
    close_the_window()
    with pytest.raises(TooLateError):
        change(order, (leeks, 4))
    pay(order, stand_in)
    assert account(order).due == 0


def test_the_provider_away_nothing_is_changed(order, leeks, settings, stand_in):
    change(order, (leeks, 5))
    actions.pay_the_rest(order_id=order.pk)
    opened(order)
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    before = all_that_is_written()
    with pytest.raises(provider.ProviderUnreachableError):
        change(order, (leeks, 4))
    assert all_that_is_written() == before


def test_paid_at_the_hall_a_change_moves_stock_and_what_is_due(leeks):
    order = order_of(basket_of((leeks, 3)), AT_HALL)
    change(order, (leeks, 4))
    assert (reserved(leeks), account(order).due) == (4, 1040)
    assert not Payment.objects.exists()


def test_less_of_what_is_weighed_stays_under_what_is_set_aside(leeks, stand_in):
    cheese = weighed_offer(leeks.market_day)
    order = order_of(basket_of((cheese, "0.5")))
    pay(order, stand_in)
    change(order, (cheese, "0.3"))
    assert not Refund.objects.exists()
    actions.take_estimates(order_id=order.pk, now=timezone.now())
    send_what_is_written()
    assert taken_from_cards(order) == 600


def test_more_of_what_was_weighed_goes_on_the_scale_again(leeks, stand_in):
    cheese = weighed_offer(leeks.market_day)
    order = order_of(basket_of((cheese, "0.5")))
    pay(order, stand_in)
    line = order.lines.get()
    actions.weigh_line(line_id=line.pk, weight=Decimal("0.48"), by=None, now=timezone.now())
    send_what_is_written()
    change(order, (cheese, "0.8"))
    line.refresh_from_db()
    assert (line.weighed, line.total_cents) == (None, 1600)
    assert account(order).due == 1600 - 960


def test_once_all_that_is_weighed_is_out_the_rest_is_taken(leeks, stand_in):
    cheese = weighed_offer(leeks.market_day)
    order = order_of(basket_of((cheese, "0.5"), (leeks, 2)))
    pay(order, stand_in)
    change(order, (cheese, 0))
    send_what_is_written()
    assert taken_from_cards(order) == 520
    assert parts() == {leeks.product.producer.account_ref: 520}


def test_the_rest_is_asked_of_a_firm_order_paid_by_card_alone(order, leeks, stand_in):
    """Asked of another, nothing is written: an order that waits for its card keeps it."""
    at_hall = order_of(basket_of((leeks, 1)), AT_HALL)
    cheese = weighed_offer(leeks.market_day)
    waiting = order_of(basket_of((cheese, "0.5")))
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    before = all_that_is_written()
    for one in (at_hall, waiting, order):
        assert actions.pay_the_rest(order_id=one.pk) is None
    assert all_that_is_written() == before


def test_cancelled_twice_is_paid_back_once(order):
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    actions.call_off_order(order_id=order.pk, reason="encore", now=timezone.now())
    assert Refund.objects.get().amount_cents == 1180
    assert Message.objects.filter(kind="market.cancelled").count() == 1


def test_cancelled_too_late_writes_nothing(order):
    close_the_window()
    before = all_that_is_written()
    with pytest.raises(TooLateError):
        actions.cancel_order(order_id=order.pk, now=timezone.now())
    assert all_that_is_written() == before


def test_cancelled_after_a_partial_refund_only_the_rest_goes_back(order, leeks):
    change(order, (leeks, 2))
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    send_what_is_written()
    assert taken_from_cards(order) == 0
    assert sorted(Refund.objects.values_list("amount_cents", flat=True)) == [260, 920]
