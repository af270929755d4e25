"""What a visitor's telephone loads beside the words of a page [budget: 60 KB of styles and scripts, compressed]."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.gardens.factories import GardenFactory, PlotFactory
from tests.market.factories import OfferFactory, basket_of
from tests.workshops.factories import SessionFactory

pytestmark = pytest.mark.django_db

AT_MOST = 60_000
OURS = re.compile(r'(?:href|src)="/static/([^"?]+\.(?:css|js))')


def weight(page):
    """Bytes of all that a page links to, compressed file by file."""
    files = [finders.find(path) for path in OURS.findall(page)]
    assert len(files) > 3
    return sum(len(gzip.compress(Path(path).read_bytes())) for path in files)


def test_each_kind_of_public_page_loads_little(client, site_pages):
    offer, session = OfferFactory(), SessionFactory()
    garden = GardenFactory()
    PlotFactory(garden=garden)
    visitor = basket_of((offer, 1)).visitor
    journey = client.session
    journey["market_visitor"] = str(visitor)
    journey.save()
    pages = [
        "/",
        "/agenda/",
        "/chercher/?q=tomate",
        "/marche/panier/",
        "/marche/commander/",
        offer.market_day.get_absolute_url(),
        offer.product.get_absolute_url(),
        session.get_absolute_url(),
        garden.get_request_url(),
    ]
    for path in pages:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert weight(answer.content.decode()) <= AT_MOST, path
