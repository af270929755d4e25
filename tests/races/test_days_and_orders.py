"""A day is closed early, or called off, at the very second when somebody orders."""

from threading import Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from market import actions
from market.actions import orders as placing
from market.guards import slots, staying
from market.models import MarketDay, Order
from market.refusals import OrdersClosedError
from tests.crowd import wait_until_somebody_waits
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

AT_HALL = Order.PaymentMethod.AT_HALL
VERBS = {
    "close_orders": {},
    "call_off": {"reason": "La Saône déborde."},
}


class Volunteer(Thread):
    """Moves the day on, on a connection of their own; what was standing then is what they counted on."""

    def __init__(self, verb, day):
        super().__init__()
        self.verb, self.day, self.counted = verb, day, None

    def run(self):
        try:
            getattr(actions, self.verb)(
                market_day_id=self.day.pk, by=None, now=timezone.now(), **VERBS[self.verb]
            )
            self.counted = Order.objects.filter(market_day=self.day).count()
        finally:
            connection.close()


def meet(monkeypatch, volunteer, *, wait):
    """The volunteer comes when the order has looked at the day and is not written yet."""
    take = slots.take

    def take_as_they_come(**given):
        volunteer.start()
        wait()
        return take(**given)

    monkeypatch.setattr(slots, "take", take_as_they_come)


@pytest.mark.parametrize("verb", VERBS)
def test_without_the_guard_an_order_slips_in_behind(verb, monkeypatch):
    """The control: the day is read as anything else, and what the volunteer counted was not all."""
    basket = basket_of((OfferFactory(), 1))
    volunteer = Volunteer(verb, basket.market_day)
    monkeypatch.setattr(placing, "stays_as_it_is", lambda pk: MarketDay.objects.get(pk=pk))
    meet(monkeypatch, volunteer, wait=volunteer.join)
    order_of(basket, AT_HALL)
    volunteer.join()
    assert (volunteer.counted, Order.objects.count()) == (0, 1)


@pytest.mark.parametrize("verb", VERBS)
def test_whoever_moves_the_day_waits_for_the_order_being_written(verb, monkeypatch):
    basket = basket_of((OfferFactory(), 1))
    volunteer = Volunteer(verb, basket.market_day)
    meet(monkeypatch, volunteer, wait=wait_until_somebody_waits)
    order_of(basket, AT_HALL)
    volunteer.join()
    assert (volunteer.counted, Order.objects.count()) == (1, 1)
    with pytest.raises(OrdersClosedError):
        order_of(basket_of_before(basket), AT_HALL)


def basket_of_before(basket):
    """Filled while orders were open."""
    MarketDay.objects.filter(pk=basket.market_day_id).update(state=MarketDay.State.OPEN)
    filled = basket_of((OfferFactory(market_day=basket.market_day), 1))
    MarketDay.objects.filter(pk=basket.market_day_id).update(state=MarketDay.State.CLOSED)
    return filled


def test_orders_do_not_wait_for_each_other():
    """Two hold the day at once: else a rush would pass one by one."""
    day = OfferFactory().market_day
    with transaction.atomic():
        staying.stays_as_it_is(day.pk)
        second = Thread(target=_look, args=[day.pk])
        second.start()
        second.join(20)
        assert not second.is_alive()


def _look(pk):
    try:
        with transaction.atomic():
            staying.stays_as_it_is(pk)
    finally:
        connection.close()
