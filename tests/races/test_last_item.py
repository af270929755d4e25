"""Twenty people want the last five bunches, through the real views and a real PostgreSQL."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from market.guards import stock
from market.models import Offer, Order
from tests.crowd import at_once, meeting_after
from tests.market.factories import MarketDayFactory, OfferFactory, basket_of, order_of
from tests.races import naive

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CLIENTS, BUNCHES = 20, 5
CHECKOUT = "/marche/commander/"


def shopper(offer):
    """A client with one bunch in the basket and the order form open."""
    client = Client(raise_request_exception=False)
    client.post(offer.market_day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})
    page = client.get(CHECKOUT).content.decode()
    form = {
        name: re.search(rf'name="{name}" value="([^"]*)"', page).group(1)
        for name in ("basket", "seen_total_cents")
    }
    return client, form


def order(client, form, number, method="at-hall"):
    person = {"name": f"Personne {number}", "email": f"p{number}@exemple.fr"}
    return client.post(CHECKOUT, form | person | {"payment_method": method}).status_code


def crowd_orders(offer, method="at-hall"):
    shoppers = [shopper(offer) for _ in range(CLIENTS)]
    return at_once(CLIENTS, lambda number: order(*shoppers[number], number, method))


@pytest.mark.parametrize("method", ["at-hall", "card"])
def test_exactly_what_there_is_gets_ordered(method):
    offer = OfferFactory(quantity=Decimal(BUNCHES))

    answers = crowd_orders(offer, method)

    assert sorted(answers) == [303] * BUNCHES + [422] * (CLIENTS - BUNCHES)
    assert Order.objects.count() == BUNCHES
    offer.refresh_from_db()
    assert offer.reserved == BUNCHES


def test_without_the_conditional_update_it_oversells(monkeypatch, no_check_under_it):
    """The control: the same crowd, the same views, the guard alone taken away."""
    monkeypatch.setattr(stock, "_take", naive.naive_take)
    offer = OfferFactory(quantity=Decimal(BUNCHES))

    with meeting_after(naive, "has_enough", of=CLIENTS):
        answers = crowd_orders(offer)

    assert answers == [303] * CLIENTS
    assert Order.objects.count() == CLIENTS
    offer.refresh_from_db()
    assert offer.reserved == CLIENTS


def test_the_check_alone_still_never_oversells(monkeypatch):
    """Were the guard lost one day, the database refuses what it can't hold."""
    monkeypatch.setattr(stock, "_take", naive.naive_take)
    offer = OfferFactory(quantity=Decimal(BUNCHES))

    with meeting_after(naive, "has_enough", of=CLIENTS):
        crowd_orders(offer)

    assert Order.objects.count() == BUNCHES
    offer.refresh_from_db()
    assert offer.reserved == BUNCHES


def test_baskets_filled_in_opposite_orders_never_wait_for_each_other():
    day = MarketDayFactory()
    offers = [OfferFactory(market_day=day, quantity=Decimal(100)) for _ in range(6)]
    baskets = [
        basket_of(*((offer, 1) for offer in (offers if number % 2 else reversed(offers))))
        for number in range(CLIENTS)
    ]

    orders = at_once(CLIENTS, lambda number: order_of(baskets[number], Order.PaymentMethod.AT_HALL))

    assert len({placed.pk for placed in orders}) == CLIENTS
    assert set(Offer.objects.values_list("reserved", flat=True)) == {Decimal(CLIENTS)}


def test_a_double_click_orders_once():
    offer = OfferFactory(quantity=Decimal(BUNCHES))
    client, form = shopper(offer)

    def click(number):
        again = Client(raise_request_exception=False)
        again.cookies = client.cookies
        return order(again, form, 1)

    answers = at_once(6, click)

    assert set(answers) <= {302, 303}
    assert Order.objects.count() == 1
    offer.refresh_from_db()
    assert offer.reserved == 1
