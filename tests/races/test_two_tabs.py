"""One tab orders the basket while another still fills it."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.utils import timezone

from market.actions import set_basket_line
from market.models import Basket, BasketLine
from tests.crowd import wait_until_somebody_waits
from tests.market.factories import OfferFactory, basket_of

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_a_line_taken_while_the_basket_is_ordered_goes_to_the_next_basket():
    first = OfferFactory()
    second = OfferFactory(market_day=first.market_day)
    basket = basket_of((first, 1))

    def other_tab():
        try:
            set_basket_line(
                visitor=basket.visitor,
                offer_id=second.pk,
                quantity=Decimal(1),
                now=timezone.now(),
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            held = Basket.objects.select_for_update().get(pk=basket.pk)
            taking = pool.submit(other_tab)
            wait_until_somebody_waits()
            held.ordered_at = timezone.now()
            held.save()
        taking.result()

    assert BasketLine.objects.get(offer=second).basket.ordered_at is None
