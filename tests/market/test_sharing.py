"""What the pages of a product and of a producer tell to search engines and to who gets their link."""

import json
import re

import pytest

from commons.cms import cards
from tests.commons.cms.schema_org import faults
from tests.market.factories import OfferFactory, StallFactory

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def told_by(client, what):
    page = client.get(what.get_absolute_url()).content.decode()
    (block,) = BLOCK.findall(page)
    return {thing["@type"]: thing for thing in json.loads(block)["@graph"]}, page


def test_a_product_tells_its_price_and_the_way_to_it(client):
    offer = OfferFactory(price_cents=320)
    told, page = told_by(client, offer.product)
    assert told["Product"]["offers"][0]["price"] == "3.20"
    assert told["Product"]["manufacturer"]["name"] == offer.product.producer.name
    assert told["BreadcrumbList"]["itemListElement"][0]["item"].endswith("/marche/")
    assert "/partage/produit/" in page
    assert "Fil d’Ariane" in page


def test_a_producer_tells_their_town_and_not_their_street(client):
    producer = StallFactory().producer
    told, page = told_by(client, producer)
    assert told["Organization"]["name"] == producer.name
    assert told["Organization"]["address"]["addressLocality"] == producer.town
    assert faults(told["Organization"]) == []
    assert f"/partage/producteur/{producer.pk}/" in page


def test_the_card_of_a_producer_is_found_by_its_number_only():
    producer = StallFactory().producer
    assert cards.find("producteur", str(producer.pk)).title == producer.name
    assert cards.find("producteur", "0") is None
    assert cards.find("producteur", "ferme") is None
