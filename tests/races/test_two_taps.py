"""« Tout mettre » touched twice at the same second; first without the lock, to see the race."""

from decimal import Decimal
from threading import Barrier
from unittest import mock

import pytest
from django.db import IntegrityError
from django.utils import timezone

from market.actions import put_usuals, usuals
from market.models import Basket, BasketLine
from tests.crowd import PATIENCE_SECONDS, all_at_once
from tests.market.factories import OfferFactory, basket_of

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

TAPS = 2


@pytest.fixture
def basket():
    """Of a visitor who has one thing already, on a day that sells two more."""
    held = OfferFactory()
    for _offer in range(2):
        OfferFactory(market_day=held.market_day)
    return basket_of((held, 3))


def tap_at_once(basket):
    """What each tap came to: None, or its error."""
    wanted = {pk: Decimal(2) for pk in basket.market_day.offers.values_list("pk", flat=True)}

    def tap(_number):
        put_usuals(
            visitor=basket.visitor,
            market_day_id=basket.market_day_id,
            wanted=wanted,
            now=timezone.now(),
        )

    return all_at_once(tap, range(TAPS))


def test_without_the_lock_both_put_the_same_line(basket):
    both, look = Barrier(TAPS), usuals._held

    def look_together(found):
        held = look(found)
        both.wait(PATIENCE_SECONDS)
        return held

    def unlocked(visitor, market_day):
        return Basket.objects.get(visitor=visitor, market_day=market_day)

    with (
        mock.patch.object(usuals, "_locked", unlocked),
        mock.patch.object(usuals, "_held", look_together),
    ):
        errors = [error for error in tap_at_once(basket) if error]
    assert [type(error) for error in errors] == [IntegrityError]


def test_with_the_lock_two_taps_are_one(basket):
    assert tap_at_once(basket) == [None] * TAPS
    assert sorted(BasketLine.objects.values_list("quantity", flat=True)) == [2, 2, 3]
    assert Basket.objects.count() == 1
