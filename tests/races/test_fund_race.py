"""Ten households ask the solidarity fund for its last basket at the same second: without the guard, then with it."""

from unittest import mock

import pytest
from django.db import IntegrityError
from django.utils import timezone

from market import actions
from market.models import Fund, FundWord, Order
from market.money import fund
from market.money.billing import Wish
from market.orders import Shopper
from market.refusals import FundEmptyError, TotalChangedError, WordRefusedError
from tests.crowd import all_at_once, meeting_before
from tests.market.factories import MarketDayFactory, OfferFactory, basket_of
from tests.market.solidarity import FundWordFactory, fill_the_fund, ledger_cents, open_the_fund

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

HOUSEHOLDS = 10


def baskets(count):
    """One each, of 20 €."""
    day = MarketDayFactory()
    offer = OfferFactory(market_day=day, price_cents=2000, quantity=50)
    return [basket_of((offer, 1)) for _household in range(count)]


def ask(basket, word):
    return actions.place_order(
        basket_id=basket.pk,
        shopper=Shopper(name="Foyer", email=f"foyer-{basket.pk}@exemple.fr"),
        payment_method=Order.PaymentMethod.AT_HALL,
        seen_total_cents=0,
        wish=Wish(word=word),
        now=timezone.now(),
    )


def test_the_last_basket_of_the_fund_is_given_once():
    open_the_fund()
    fill_the_fund(2000)
    word = FundWordFactory().word

    results = all_at_once(lambda basket: ask(basket, word), baskets(HOUSEHOLDS))

    placed = [result for result in results if isinstance(result, Order)]
    assert len(placed) == 1
    refused = {type(result) for result in results} - {Order}
    assert refused <= {FundEmptyError, TotalChangedError}
    assert fund.balance() == ledger_cents() == 0


def test_without_the_guard_only_the_constraint_keeps_the_fund_above_zero():
    open_the_fund()
    fill_the_fund(2000)
    word = FundWordFactory().word
    unguarded = mock.patch.object(fund, "_has", return_value=Fund.objects.all())

    with unguarded, meeting_before(fund, "take_out"):
        results = all_at_once(lambda basket: ask(basket, word), baskets(2))

    assert {type(result) for result in results} == {Order, IntegrityError}


def test_a_word_is_never_served_beyond_its_baskets():
    open_the_fund()
    fill_the_fund(100_000)
    word = FundWordFactory(baskets=3).word

    results = all_at_once(lambda basket: ask(basket, word), baskets(HOUSEHOLDS))

    assert sum(isinstance(result, Order) for result in results) == 3
    refused = {type(result) for result in results} - {Order}
    assert refused <= {WordRefusedError, TotalChangedError}
    assert FundWord.objects.get().left == 0
    assert fund.balance() == ledger_cents() == 94_000
