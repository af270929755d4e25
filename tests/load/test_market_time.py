"""How long the shop takes on a day of a thousand offers, and how heavy its page is."""

import gzip
from decimal import Decimal
from statistics import median, quantiles
from time import perf_counter, process_time

import pytest
from django.db import connection

from commons.plants.models import Plant
from market.models import Offer, Product
from tests.commons.cms.pictures_at_hand import a_picture
from tests.load.test_search_time import P95_AT_MOST_MS
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
)

pytestmark = [pytest.mark.load, pytest.mark.django_db]

PRODUCERS, PRODUCTS_EACH = 40, 25
PICTURES = 100
REQUESTS = 60
BYTES_AT_MOST, COMPRESSED_AT_MOST = 250_000, 40_000

PLANTS = ("carotte", "poireau", "pomme", "tomate", "courge", "laitue", "poire", "ail")


@pytest.fixture
def full_hall(site_pages):
    """Forty stalls of twenty-five products each, a hundred with a photo; a stranger has three in the basket."""
    day = MarketDayFactory()
    plants = [
        Plant.objects.create(name_fr=slug, name_en=slug, slug=slug, season=[1, 2, 10, 11, 12])
        for slug in PLANTS
    ]
    stalls = [
        StallFactory(market_day=day, producer=ProducerFactory(distance_km=n), pitch__number=n + 1)
        for n in range(PRODUCERS)
    ]
    categories = Product.Category.values
    products = Product.objects.bulk_create(
        ProductFactory.build(
            producer=stalls[n // PRODUCTS_EACH].producer,
            plant=plants[n % len(plants)],
            own_season=[],
            category=categories[n % len(categories)],
            description_fr="Récolté la veille, lavé à la main, et vendu par qui l’a fait pousser.",
            allergen_codes=["lait" if n % 5 == 0 else "aucun"],
            origin="France, Drôme",
            grade="I",
            variety="Reine des reinettes",
        )
        for n in range(PRODUCERS * PRODUCTS_EACH)
    )
    for product in products[:: PRODUCERS * PRODUCTS_EACH // PICTURES]:
        product.picture = a_picture()
        product.save(update_fields=["picture"])
    Offer.objects.bulk_create(
        OfferFactory.build(
            market_day=day, product=product, reserved=Decimal(n % 12), price_cents=150 + n
        )
        for n, product in enumerate(products)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return day


def measured(client, address):
    """Milliseconds, by the clock and of this process's own work, of each of many requests."""
    client.get(address)
    took, worked = [], []
    for _request in range(REQUESTS):
        begun, began_work = perf_counter(), process_time()
        answer = client.get(address)
        took.append(1000 * (perf_counter() - begun))
        worked.append(1000 * (process_time() - began_work))
        assert answer.status_code == 200
    return took, worked


def test_shop_page(client, full_hall):
    address = full_hall.get_absolute_url()
    for offer in full_hall.offers.order_by("pk")[:3]:
        client.post(address, {"offer": offer.pk, "quantity": 1})
    said = {}
    for wish in ("", "?par=rayon", "?saison=1&bio=1"):
        page = client.get(address + wish).content
        took, worked = measured(client, address + wish)
        said[wish or "whole"] = {
            "p50": round(median(took)),
            "p95": round(quantiles(took, n=20)[-1]),
            "work": round(median(worked), 1),
            "bytes": len(page),
            "compressed": len(gzip.compress(page, 6)),
        }
    print(said)
    assert max(each["p95"] for each in said.values()) < P95_AT_MOST_MS, said
    assert max(each["bytes"] for each in said.values()) < BYTES_AT_MOST, said
    assert max(each["compressed"] for each in said.values()) < COMPRESSED_AT_MOST, said
