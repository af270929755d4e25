"""What must never be, refused by the database itself."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from market.models import Offer, Order, Pitch
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()
    return True


def test_more_is_never_reserved_than_there_is():
    offer = OfferFactory(quantity=Decimal(3))
    assert refused(lambda: Offer.objects.filter(pk=offer.pk).update(reserved=4))
    assert refused(lambda: Offer.objects.filter(pk=offer.pk).update(reserved=-1))
    assert refused(lambda: Offer.objects.filter(pk=offer.pk).update(price_cents=0))


def test_orders_close_before_the_hall_opens():
    now = timezone.now()
    assert refused(lambda: MarketDayFactory(orders_close_at=now + timedelta(days=900)))
    assert refused(lambda: MarketDayFactory(orders_open_at=now + timedelta(days=900)))


def test_a_producer_paid_by_the_provider_has_an_account():
    assert refused(lambda: ProducerFactory(account_ref=""))


def test_organic_is_certified_and_a_pack_says_its_content():
    assert refused(lambda: ProductFactory(organic=True))
    assert refused(lambda: ProductFactory(unit="pack", pack_size=None, pack_unit=""))
    assert refused(lambda: ProductFactory(pack_unit=""))
    assert refused(lambda: ProductFactory(own_season=[13]))


def test_a_pitch_is_known_by_its_number_and_holds_one_stall_a_day():
    stall = StallFactory(pitch__number=4)
    place = stall.market_day.place
    assert refused(lambda: Pitch.objects.create(place=place, number=4, x=0, y=0, width=9, height=9))
    assert refused(lambda: Pitch.objects.create(place=place, number=5, x=0, y=0, width=0, height=9))
    assert refused(lambda: StallFactory(market_day=stall.market_day, pitch=stall.pitch))
    with pytest.raises(ProtectedError):
        stall.pitch.delete()


def test_an_awaiting_order_has_a_deadline_and_a_placed_one_its_date():
    order = order_of(basket_of((OfferFactory(), 1)))
    rows = Order.objects.filter(pk=order.pk)
    assert refused(lambda: rows.update(expires_at=None))
    assert refused(lambda: rows.update(state=Order.State.PLACED, expires_at=None))


def test_organic_is_said_only_while_the_certificate_is_valid():
    day = MarketDayFactory()
    valid = ProductFactory(organic=True, certifier="FR-BIO-01", certificate_until=day.date)
    over = ProductFactory(
        organic=True, certifier="FR-BIO-01", certificate_until=day.date - timedelta(days=1)
    )
    assert OfferFactory(market_day=day, product=valid).is_organic()
    assert not OfferFactory(market_day=day, product=over).is_organic()


def test_what_the_facts_say_against_each_other_is_refused():
    assert refused(lambda: ProductFactory(weighed=True))
    assert refused(lambda: ProductFactory(allergen_codes=["aucun", "lait"]))
    assert ProductFactory(weighed=True, unit="kg", pack_size=None, pack_unit="").weighed
    with pytest.raises(ValidationError, match="kilo"):
        ProductFactory.build(producer=ProducerFactory(), weighed=True).clean()
