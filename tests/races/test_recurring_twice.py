"""Two workers prepare the same list for the same market at the same second; first without the lock, to see the race."""

from decimal import Decimal
from unittest import mock

import pytest
from django.db import IntegrityError
from django.utils import timezone

from commons.notices.models import Message
from commons.people.models import Person
from market import actions
from market.actions import prepared
from market.models import Basket, BasketLine, PreparedBasket, RecurringLine, RecurringList
from tests.crowd import all_at_once, meeting_before
from tests.market.factories import OfferFactory
from tests.market.recurring import list_of, prepare

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

WORKERS = 2


@pytest.fixture
def offer():
    return OfferFactory()


@pytest.fixture
def usual(offer):
    return list_of(Person.objects.create_user("amina@exemple.fr"), (offer.product, 2))


def prepare_at_once(usual, day):
    return all_at_once(lambda _worker: prepare(usual, day), range(WORKERS))


def assert_once():
    assert PreparedBasket.objects.count() == Basket.objects.count() == Message.objects.count() == 1
    assert BasketLine.objects.get().quantity == 2


def test_without_the_lock_the_second_only_meets_the_database(usual, offer):
    def unlocked(list_id):
        return RecurringList.objects.select_related("person").get(pk=list_id)

    with (
        mock.patch.object(prepared, "_locked", unlocked),
        meeting_before(prepared, "_prepare", of=WORKERS),
    ):
        results = prepare_at_once(usual, offer.market_day)
    assert sorted(type(result) for result in results if isinstance(result, Exception)) == [
        IntegrityError
    ]
    assert_once()  # the constraint undid the whole second round, its mail too


def test_with_the_lock_two_workers_are_one(usual, offer):
    one, other = prepare_at_once(usual, offer.market_day)
    assert one == other
    assert_once()


def test_a_line_taken_out_meanwhile_is_in_both_or_in_neither(usual, offer):
    eggs = OfferFactory(market_day=offer.market_day)
    line = RecurringLine.objects.create(recurring=usual, product=eggs.product, quantity=Decimal(1))

    def act(number):
        if number:
            actions.set_recurring_line(list_id=usual.pk, line_id=line.pk, quantity=Decimal(0))
        else:
            prepare(usual, offer.market_day, at=timezone.now())

    assert all_at_once(act, range(2)) == [None, None]
    assert not usual.lines.filter(pk=line.pk).exists()
    assert PreparedBasket.objects.get().gaps.count() == 0
