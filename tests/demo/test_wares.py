"""Sixty products that could be sold: every fact the law asks for, in season all year round."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command

from demo.collective import market, orders, places
from market.models import MarketDay, Offer, Product
from market.rules import grade_is_required, missing_facts
from tests.conftest import plant_roots
from tests.demo import collective
from tests.demo.collective import PARIS

MONTHS = [datetime(2027, month, 12, 9, tzinfo=PARIS) for month in range(1, 13)]


@pytest.fixture(scope="module", autouse=True)
def _year_of_markets(django_db_setup, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        collective.forgotten(),
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setattr(orders, "lay", lambda *args, **options: None)  # another test's matter
        plant_roots()  # photos lie in the root of the collections
        call_command("load_plants", verbosity=0)
        places.lay()
        for now in MONTHS:
            market.lay(now=now)
        yield


@pytest.mark.parametrize("now", MONTHS, ids=lambda now: f"{now:%B}")
def test_each_market_sells_what_is_in_season(now):
    day = MarketDay.objects.not_over(at=now + timedelta(days=2)).first()
    offers = day.offers.select_related("product__plant")
    assert offers.count() >= 30
    assert all(
        not offer.product.season or day.date.month in offer.product.season for offer in offers
    )
    assert any(offer.product.plant_id for offer in offers)


def test_every_product_is_sold_some_day_and_most_plants_have_a_sheet():
    unsold = Product.objects.filter(offers=None).select_related("plant")
    assert all(
        missing_facts(product, on=MONTHS[0].date(), alcohol_allowed=False) for product in unsold
    )
    assert 1 <= len(unsold) <= 3
    assert Product.objects.filter(plant__isnull=False).count() >= 30


def test_every_offer_says_what_the_law_asks_for():
    for offer in Offer.objects.select_related("product__plant", "product__producer", "market_day"):
        product = offer.product
        assert product.name_fr
        assert product.origin
        assert product.allergen_codes
        assert offer.price_cents > 0
        assert product.vat_rate > 0
        assert not missing_facts(product, on=offer.market_day.date, alcohol_allowed=False)
        if product.plant and grade_is_required(product.plant.slug):
            assert product.grade
        if not product.plant and product.unit != Product.Unit.BUNCH:
            assert offer.price_per_measure, product
        if product.organic:
            assert product.certifier
            assert offer.is_organic()
        if product.producer.settlement != "resold":
            assert product.producer.siret
            assert product.producer.vat_mention


def test_each_product_speaks_english_and_has_its_drawing(settings):
    drawings = {path.stem for path in (settings.SITE_ROOT / "static/pictograms").glob("*.svg")}
    for product in Product.objects.select_related("plant"):
        assert product.name_en
        assert bool(product.allergens_fr) == bool(product.allergens_en)
        assert bool(product.description_fr) == bool(product.description_en)
        assert product.drawing in drawings
