"""An offer is put on sale, lowered, closed and opened again; placed orders stay as they are."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from market import actions, offering, queries
from market.models import Collective, MarketDay, Offer, Order
from market.refusals import (
    DayCalledOffError,
    NotSellableError,
    OfferedAlreadyError,
    UnderReservedError,
)
from market.rules import Lack
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db
AT_HALL = Order.PaymentMethod.AT_HALL


def offer_of(product, day=None):
    return actions.put_on_sale(
        market_day_id=(day or MarketDayFactory()).pk,
        product_id=product.pk,
        price_cents=260,
        quantity=Decimal(12),
    )


def test_a_product_of_which_all_is_said_goes_on_sale():
    offer = offer_of(ProductFactory())
    assert (offer.price_cents, offer.quantity, offer.on_sale) == (260, 12, True)


def test_a_product_that_lacks_a_fact_does_not():
    with pytest.raises(NotSellableError) as refused:
        offer_of(ProductFactory(allergen_codes=[], origin=""))
    assert refused.value.lacks == [Lack.ORIGIN, Lack.ALLERGENS]
    assert not Offer.objects.exists()


def test_alcohol_is_sold_where_the_hall_says_so():
    cider = ProductFactory(alcohol=True)
    with pytest.raises(NotSellableError):
        offer_of(cider)
    hall = Collective.load()
    hall.allows_alcohol = True
    hall.save()
    assert offer_of(cider).on_sale


def test_a_certificate_is_held_against_the_market_day_not_today():
    day = MarketDayFactory()
    bread = ProductFactory(
        organic=True, certifier="FR-BIO-01", certificate_until=day.date - timedelta(days=1)
    )
    with pytest.raises(NotSellableError):
        offer_of(bread, day)


def test_a_product_is_offered_once_a_day_and_never_on_a_day_called_off():
    known = OfferFactory()
    with pytest.raises(OfferedAlreadyError):
        offer_of(known.product, known.market_day)
    with pytest.raises(DayCalledOffError):
        offer_of(ProductFactory(), MarketDayFactory(state=MarketDay.State.CANCELLED))


def test_lowering_stops_at_what_orders_have_reserved():
    offer = OfferFactory()
    order = order_of(basket_of((offer, 4)), AT_HALL)
    actions.set_offer(offer_id=offer.pk, price_cents=300, quantity=Decimal(4))
    with pytest.raises(UnderReservedError) as refused:
        actions.set_offer(offer_id=offer.pk, price_cents=350, quantity=Decimal("3.999"))
    offer.refresh_from_db()
    assert refused.value.offer.reserved == 4
    assert (offer.price_cents, offer.quantity, offer.reserved) == (300, 4, 4)
    assert order.lines.get().price_cents == 260


def test_closing_and_opening_again_leave_orders_and_stock_alone():
    offer = OfferFactory()
    order = order_of(basket_of((offer, 4)), AT_HALL)
    actions.close_offer(offer_id=offer.pk)
    actions.close_offer(offer_id=offer.pk)
    offer.refresh_from_db()
    assert (offer.on_sale, offer.left, offer.reserved) == (False, 0, 4)
    actions.reopen_offer(offer_id=offer.pk)
    offer.refresh_from_db()
    order.refresh_from_db()
    assert (offer.left, order.state) == (8, Order.State.PLACED)


def test_an_offer_whose_product_lost_a_fact_closes_but_does_not_open_again():
    offer = OfferFactory()
    offer.product.allergen_codes = []
    offer.product.save()
    actions.set_offer(offer_id=offer.pk, quantity=Decimal(6))
    actions.close_offer(offer_id=offer.pk)
    with pytest.raises(NotSellableError):
        actions.reopen_offer(offer_id=offer.pk)


def test_what_is_not_said_stays_as_somebody_else_set_it():
    offer = OfferFactory()
    actions.close_offer(offer_id=offer.pk)
    actions.set_offer(offer_id=offer.pk, price_cents=290)
    offer.refresh_from_db()
    assert (offer.price_cents, offer.quantity, offer.on_sale) == (290, 12, False)


def test_a_producer_who_does_not_come_takes_all_off_and_the_orders_are_listed():
    day = MarketDayFactory()
    leeks = OfferFactory(market_day=day)
    carrots = OfferFactory(
        market_day=day, product=ProductFactory(producer=leeks.product.producer), on_sale=False
    )
    anothers = OfferFactory(market_day=day)
    elsewhere = OfferFactory(product=leeks.product)
    order = order_of(basket_of((leeks, 2), (anothers, 1)), AT_HALL)
    order_of(basket_of((anothers, 1)), AT_HALL)

    done = actions.withdraw_producer(market_day_id=day.pk, producer_id=leeks.product.producer_id)

    assert (done.closed, done.orders) == (1, [order])
    open_ones = set(Offer.objects.filter(on_sale=True))
    assert open_ones == {anothers, elsewhere}
    order.refresh_from_db()
    assert (order.state, carrots.pk in [offer.pk for offer in open_ones]) == ("placed", False)


def test_a_change_of_a_product_on_sale_is_told_what_it_would_break():
    offer, now = OfferFactory(), timezone.now()
    offer.product.origin = ""
    broken = offering.broken_sale(offer.product, now=now)
    assert (broken.day, broken.lacks) == (offer.market_day.date, [Lack.ORIGIN])
    actions.close_offer(offer_id=offer.pk)
    assert offering.broken_sale(offer.product, now=now) is None


def test_days_to_keep_are_those_to_come_and_the_evening_after():
    coming, off = MarketDayFactory(), MarketDayFactory(state=MarketDay.State.CANCELLED)
    kept = queries.days_to_keep(at=coming.closes_at + timedelta(hours=6))
    assert coming in kept
    assert off not in kept
    assert coming not in queries.days_to_keep(at=coming.closes_at + timedelta(hours=13))
