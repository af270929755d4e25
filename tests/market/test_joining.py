"""Signing in: what a visitor had gathered joins what their account had."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from commons.people.models import Person
from market import actions
from market import basket as baskets
from market.models import Basket, BasketLine, Offer, Order
from tests.market.factories import MarketDayFactory, OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def leeks():
    return OfferFactory()


@pytest.fixture
def eggs(leeks):
    return OfferFactory(market_day=leeks.market_day)


@pytest.fixture
def visitor():
    return uuid4()


@pytest.fixture
def person():
    return uuid4()


def join(visitor, person):
    actions.join_baskets(visitor=visitor, person_key=person)


def lines_of(key):
    rows = BasketLine.objects.filter(basket__visitor=key, basket__ordered_at=None)
    return dict(rows.values_list("offer_id", "quantity"))


def hold(basket):
    actions.hold_basket(basket_id=basket.pk, now=timezone.now())


def reserved(offer):
    return Offer.objects.get(pk=offer.pk).reserved


def kept(basket, offer, words):
    line = basket.lines.get(offer=offer)
    actions.keep_wishes(
        basket_id=basket.pk,
        if_short={line.pk: "call"},
        notes={offer.product.producer_id: words},
    )


def test_the_first_basket_of_an_account_is_the_visitors_held_as_it_was(leeks, visitor, person):
    basket = basket_of((leeks, 2), visitor=visitor)
    hold(basket)
    join(visitor, person)
    assert lines_of(person) == {leeks.pk: 2}
    basket.refresh_from_db()
    assert basket.visitor == person
    assert basket.is_held(at=timezone.now())
    assert reserved(leeks) == 2


def test_two_baskets_of_a_day_become_one_where_the_latest_wish_counts(leeks, eggs, visitor, person):
    basket_of((leeks, 5), (eggs, 1), visitor=person)
    basket_of((leeks, 2), visitor=visitor)
    join(visitor, person)
    assert lines_of(person) == {leeks.pk: 2, eggs.pk: 1}
    assert lines_of(visitor) == {}
    assert Basket.objects.count() == 1


def test_baskets_that_become_one_let_go_of_what_they_held(leeks, eggs, visitor, person):
    for basket in (
        basket_of((leeks, 5), (eggs, 1), visitor=person),
        basket_of((leeks, 2), visitor=visitor),
    ):
        hold(basket)
    assert reserved(leeks) == 7
    join(visitor, person)
    assert reserved(leeks) == reserved(eggs) == 0
    joined = Basket.objects.get(visitor=person)
    assert joined.held_until is None
    hold(joined)
    assert (reserved(leeks), reserved(eggs)) == (2, 1)


def test_wishes_and_words_come_along(leeks, visitor, person):
    basket_of((leeks, 5), visitor=person)
    theirs = basket_of((leeks, 2), visitor=visitor)
    kept(Basket.objects.get(visitor=person), leeks, "Pas trop gros")
    kept(theirs, leeks, "Bien mûrs")
    join(visitor, person)
    joined = Basket.objects.get(visitor=person)
    assert joined.lines.get().if_short == "call"
    assert joined.notes.get().words == "Bien mûrs"


def test_days_stay_apart(leeks, visitor, person):
    other = OfferFactory(market_day=MarketDayFactory())
    basket_of((leeks, 1), visitor=person)
    basket_of((leeks, 3), visitor=visitor)
    basket_of((other, 2), visitor=visitor)
    join(visitor, person)
    assert lines_of(person) == {leeks.pk: 3, other.pk: 2}
    assert Basket.objects.filter(visitor=person).count() == 2


def test_what_was_ordered_is_not_poured(leeks, visitor, person):
    for key in (visitor, person):
        order_of(basket_of((leeks, 1), visitor=key), Order.PaymentMethod.AT_HALL)
    join(visitor, person)
    assert lines_of(person) == {}
    assert Order.objects.count() == Basket.objects.count() == 2
    assert reserved(leeks) == 2


def test_joined_twice_changes_nothing(leeks, visitor, person):
    basket_of((leeks, 2), visitor=visitor)
    join(visitor, person)
    join(visitor, person)
    join(person, person)
    assert lines_of(person) == {leeks.pk: 2}


def test_at_sign_in_the_basket_of_the_browser_is_the_accounts(site_pages, leeks):
    person = Person.objects.create(email="amina@exemple.fr")
    client = Client()
    client.post(leeks.market_day.get_absolute_url(), {"offer": leeks.pk, "quantity": 2})
    client.force_login(person)
    assert lines_of(baskets.key_of(person)) == {leeks.pk: Decimal(2)}
    assert leeks.product.name in client.get(reverse("market:basket")).content.decode()

    elsewhere = Client()
    elsewhere.force_login(person)
    assert leeks.product.name in elsewhere.get(reverse("market:basket")).content.decode()
    stranger = Client()
    assert leeks.product.name not in stranger.get(reverse("market:basket")).content.decode()
