"""What the market tells the agenda, the home page and the page of effects."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from market import agenda, measures, queries
from market.models import MarketDay, Order
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db


def test_the_measures_count_confirmed_orders_of_those_days():
    day = MarketDayFactory()
    offer = OfferFactory(market_day=day)
    order_of(basket_of((offer, 2)), Order.PaymentMethod.AT_HALL)
    order_of(basket_of((offer, 1)))
    between = {"start": day.date, "end": day.date + timedelta(days=1)}
    assert measures.market_days_held(**between) == 1
    assert measures.orders_placed(**between) == 1
    assert measures.ordered_cents(**between) == 520
    assert measures.producers_ordered_from(**between) == 1
    before = {"start": day.date - timedelta(days=1), "end": day.date}
    assert measures.ordered_cents(**before) == 0


def test_the_agenda_has_the_announced_days():
    day = MarketDayFactory()
    MarketDayFactory(state=MarketDay.State.DRAFT)
    now = timezone.now()
    (entry,) = agenda.entries(start=now, end=now + timedelta(days=400))
    assert (entry.uid, entry.trade) == (f"market-day-{day.pk}", "market")
    assert entry.url == day.get_absolute_url()


def test_the_home_page_gets_what_is_in_season_and_left():
    day = MarketDayFactory()
    now = timezone.now()
    this_month = timezone.localdate(now).month
    month = [this_month]
    kept = OfferFactory(market_day=day, product=ProductFactory(own_season=month))
    OfferFactory(market_day=day, product=ProductFactory(own_season=month), quantity=Decimal(0))
    OfferFactory(market_day=day, product=ProductFactory(own_season=[this_month % 12 + 1]))
    assert queries.highlights(at=now, limit=4) == [kept]
