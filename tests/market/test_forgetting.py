"""What the market forgets, and when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from market import actions
from market.models import Basket, Order
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db


def test_a_basket_left_for_two_months_goes_and_an_ordered_one_stays():
    left, ordered = basket_of((OfferFactory(), 1)), basket_of((OfferFactory(), 1))
    order_of(ordered, Order.PaymentMethod.AT_HALL)
    fresh = basket_of((OfferFactory(), 1))
    Basket.objects.exclude(pk=fresh.pk).update(updated_at=timezone.now() - timedelta(days=61))

    actions.forget_left_baskets(now=timezone.now())

    assert set(Basket.objects.all()) == {ordered, fresh}
    assert left not in Basket.objects.all()


def test_who_ordered_is_forgotten_after_three_years_and_the_sums_stay():
    order = order_of(basket_of((OfferFactory(), 2)), Order.PaymentMethod.AT_HALL)

    actions.forget_old_orders(now=order.market_day.closes_at + timedelta(days=3 * 365 - 1))
    assert Order.objects.get().name

    actions.forget_old_orders(now=order.market_day.closes_at + timedelta(days=3 * 365 + 1))
    order.refresh_from_db()
    assert (order.name, order.email, order.phone) == ("", "", "")
    assert order.lines.get().total_cents == 520
