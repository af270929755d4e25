"""Kept at the till: a basket's goods are reserved while its order is written, and given back after."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from market import actions, rules, tasks
from market.models import Basket, BasketLine, MarketDay, Offer, Order
from market.refusals import (
    BasketEmptyError,
    OrdersClosedError,
    ShortStockError,
    TotalChangedError,
    UnderReservedError,
    WrongQuantityError,
)
from tests.market.factories import (
    AMINA,
    MarketDayFactory,
    OfferFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db

AT_HALL = Order.PaymentMethod.AT_HALL


@pytest.fixture
def leeks():
    return OfferFactory()


@pytest.fixture
def eggs(leeks):
    return OfferFactory(market_day=leeks.market_day)


@pytest.fixture
def basket(leeks, eggs):
    return basket_of((leeks, 3), (eggs, 1))


def hold(basket, now=None):
    actions.hold_basket(basket_id=basket.pk, now=now or timezone.now())
    basket.refresh_from_db()


def set_line(basket, offer, quantity):
    actions.set_basket_line(
        visitor=basket.visitor,
        offer_id=offer.pk,
        quantity=Decimal(str(quantity)),
        now=timezone.now(),
    )


def reserved(offer):
    return Offer.objects.get(pk=offer.pk).reserved


def held(basket):
    return list(BasketLine.objects.filter(basket=basket).values_list("held", flat=True))


def everything():
    return [sorted(model.objects.values_list()) for model in (Offer, BasketLine, Order)] + [
        sorted(Basket.objects.values_list("pk", "held_until", "ordered_at"), key=str)
    ]


def test_filling_reserves_nothing_and_holding_all_of_it(basket, leeks, eggs):
    assert reserved(leeks) == reserved(eggs) == 0
    now = timezone.now()
    hold(basket, now)
    assert (reserved(leeks), reserved(eggs)) == (3, 1)
    assert basket.held_until == now + rules.HOLD_BASKET
    assert basket.is_held(at=now)
    assert not basket.is_held(at=basket.held_until)


def test_held_again_it_is_held_longer_and_reserved_once(basket, leeks):
    now = timezone.now()
    hold(basket, now)
    hold(basket, now + timedelta(minutes=10))
    assert reserved(leeks) == 3
    assert basket.held_until == now + timedelta(minutes=10) + rules.HOLD_BASKET


def test_held_by_one_it_is_short_for_another(basket, leeks):
    hold(basket)
    other = basket_of((leeks, 9))
    Offer.objects.filter(pk=leeks.pk).update(quantity=11)
    with pytest.raises(ShortStockError) as short:
        hold(other)
    assert short.value.shortages[0].left == 8
    with pytest.raises(ShortStockError):
        order_of(other, AT_HALL)


def test_what_they_hold_themselves_is_theirs_to_order(basket, leeks):
    Offer.objects.filter(pk=leeks.pk).update(quantity=3)
    hold(basket)
    order = order_of(basket, AT_HALL)
    assert reserved(leeks) == 3
    assert order.lines.get(offer=leeks).quantity == 3
    assert held(basket) == [0, 0]
    assert Basket.objects.get(pk=basket.pk).held_until is None


def test_ordered_without_a_hold_is_reserved_all_the_same(basket, leeks):
    order_of(basket, AT_HALL)
    assert reserved(leeks) == 3


def test_a_hold_that_ran_out_goes_back_on_sale(basket, leeks, eggs):
    hold(basket, timezone.now() - rules.HOLD_BASKET)
    tasks.release_held_baskets()
    assert reserved(leeks) == reserved(eggs) == 0
    assert held(basket) == [0, 0]
    assert order_of(basket, AT_HALL).state == Order.State.PLACED


def test_the_sweeper_leaves_a_hold_that_lasts_and_one_renewed_meanwhile(basket, leeks):
    hold(basket)
    tasks.release_held_baskets()
    actions.release_holds(basket_id=basket.pk, now=timezone.now())
    assert reserved(leeks) == 3


def test_a_hold_released_twice_gives_back_once(basket, leeks):
    basket_of((leeks, 2))
    hold(basket)
    for _sweep in range(2):
        actions.release_holds(basket_id=basket.pk, now=basket.held_until)
    assert reserved(leeks) == 0


def test_the_sweeper_takes_nothing_from_an_order(basket, leeks):
    hold(basket)
    ends = basket.held_until
    order_of(basket, AT_HALL)
    actions.release_holds(basket_id=basket.pk, now=ends)
    assert reserved(leeks) == 3


def test_ordered_already_there_is_nothing_to_hold(basket, leeks):
    order_of(basket, AT_HALL)
    hold(basket)
    assert reserved(leeks) == 3
    assert basket.held_until is None


def test_less_in_a_held_basket_goes_back_at_once(basket, leeks):
    hold(basket)
    set_line(basket, leeks, 1)
    assert reserved(leeks) == 1
    set_line(basket, leeks, 0)
    assert reserved(leeks) == 0


def test_more_in_a_held_basket_is_held_when_asked_again(basket, leeks):
    hold(basket)
    set_line(basket, leeks, 5)
    assert reserved(leeks) == 3
    hold(basket)
    assert reserved(leeks) == 5


def test_less_than_nothing_is_refused_and_gives_nothing_back(basket, leeks):
    hold(basket)
    stranger = basket_of((leeks, 1))
    before = everything()
    for one in (basket, stranger):
        with pytest.raises(WrongQuantityError):
            set_line(one, leeks, -2)
    assert everything() == before


def test_one_line_short_holds_none_of_it(basket, leeks, eggs):
    Offer.objects.filter(pk=eggs.pk).update(reserved=12)
    before = everything()
    with pytest.raises(ShortStockError) as short:
        hold(basket)
    (shortage,) = short.value.shortages
    assert (shortage.product, shortage.wanted, shortage.left) == (eggs.product, 1, 0)
    assert everything() == before


def test_a_hold_that_cannot_grow_stays_as_it_was(basket, leeks):
    hold(basket)
    set_line(basket, leeks, 5)
    Offer.objects.filter(pk=leeks.pk).update(quantity=4)
    before = everything()
    with pytest.raises(ShortStockError) as short:
        hold(basket)
    assert short.value.shortages[0].left == 4
    assert everything() == before


def test_an_offer_closed_meanwhile_leaves_what_is_held(basket, leeks):
    hold(basket)
    actions.close_offer(offer_id=leeks.pk)
    assert order_of(basket, AT_HALL).lines.get(offer=leeks).quantity == 3


def test_an_offer_closed_before_is_not_held(basket, leeks):
    actions.close_offer(offer_id=leeks.pk)
    with pytest.raises(ShortStockError) as short:
        hold(basket)
    assert short.value.shortages[0].left == 0


def test_an_offer_is_not_lowered_under_what_is_held(basket, leeks):
    hold(basket)
    with pytest.raises(UnderReservedError):
        actions.set_offer(offer_id=leeks.pk, quantity=Decimal(2))


def test_outside_the_window_nothing_is_held(basket):
    before = everything()
    with pytest.raises(OrdersClosedError):
        hold(basket, basket.market_day.orders_close_at)
    MarketDay.objects.update(state=MarketDay.State.CLOSED)
    with pytest.raises(OrdersClosedError):
        hold(basket)
    assert everything() == before


def test_an_empty_basket_is_not_held(leeks):
    visitor = uuid4()
    basket_of((leeks, 1), visitor=visitor)
    with pytest.raises(BasketEmptyError):
        hold(basket_of((leeks, 0), visitor=visitor))


def test_an_order_refused_leaves_the_hold(basket):
    hold(basket)
    before = everything()
    with pytest.raises(TotalChangedError):
        actions.place_order(
            basket_id=basket.pk,
            shopper=AMINA,
            payment_method=AT_HALL,
            seen_total_cents=1,
            now=timezone.now(),
        )
    assert everything() == before


def test_a_basket_that_is_held_is_not_forgotten_before_it_lets_go(basket, leeks):
    hold(basket)
    Basket.objects.update(updated_at=timezone.now() - rules.KEEP_BASKETS_FOR - timedelta(days=1))
    actions.forget_left_baskets(now=timezone.now())
    assert Basket.objects.filter(pk=basket.pk).exists()


def test_two_days_are_held_apart(leeks):
    visitor = uuid4()
    later = OfferFactory(market_day=MarketDayFactory())
    first, second = basket_of((leeks, 1), visitor=visitor), basket_of((later, 2), visitor=visitor)
    hold(first)
    assert (reserved(leeks), reserved(later)) == (1, 0)
    hold(second)
    assert (reserved(leeks), reserved(later)) == (1, 2)
