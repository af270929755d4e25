"""What search engines read is schema.org's, true, and safe to print."""

import json
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils import timezone

from commons.cms.structured import breadcrumbs
from commons.cms.templatetags.structured_data import structured_data
from commons.places.models import House
from content.models import ArticleIndexPage, ArticlePage, PlaceIndexPage, PlacePage
from gardens.models import GardenIndexPage, GardenPage
from market import structured as market
from market.models import Collective, Producer, Product
from tests.commons.cms.schema_org import faults
from tests.gardens.factories import GardenFactory
from tests.market.factories import MarketDayFactory, OfferFactory, ProducerFactory, ProductFactory
from tests.workshops.factories import PlaceFactory, SessionFactory

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def things_on(page):
    """What a page tells, by type."""
    (block,) = BLOCK.findall(page.content.decode())
    graph = json.loads(block)
    assert graph["@context"] == "https://schema.org"
    assert [fault for thing in graph["@graph"] for fault in faults(thing)] == []
    return {thing["@type"]: thing for thing in graph["@graph"]}


@pytest.mark.django_db
class TestPages:
    def test_a_session_is_an_event_with_its_seats(self, client, site_pages):
        session = SessionFactory(capacity=9)

        told = things_on(client.get(session.get_absolute_url()))

        event = told["EducationEvent"]
        assert event["name"] == session.workshop.name
        assert event["remainingAttendeeCapacity"] == 9
        assert event["offers"]["availability"].endswith("/InStock")
        assert event["location"]["address"]["addressLocality"] == session.place.city
        assert told["BreadcrumbList"]["itemListElement"][0]["name"] == "Les ateliers"

    def test_a_cancelled_session_says_so(self, client, site_pages):
        session = SessionFactory(state="cancelled")
        told = things_on(client.get(session.get_absolute_url()))
        assert told["EducationEvent"]["eventStatus"].endswith("/EventCancelled")

    def test_a_market_day_is_an_event(self, client, site_pages):
        market_day = OfferFactory().market_day
        event = things_on(client.get(market_day.get_absolute_url()))["SaleEvent"]
        assert event["startDate"] == timezone.localtime(market_day.opens_at).isoformat(
            timespec="minutes"
        )

    @pytest.mark.parametrize("days", [0, 3])
    def test_home_is_the_hall_with_the_hours_of_its_market_days(self, client, site_pages, days):
        House.objects.update_or_create(defaults={"address": "place du Lavoir\nVal-des-Lônes"})
        for _ in range(days):
            MarketDayFactory()
        cache.clear()

        hall = things_on(client.get("/"))["LocalBusiness"]

        assert len(hall.get("openingHoursSpecification", [])) == days
        assert "Val-des-Lônes" in json.dumps(hall["address"], ensure_ascii=False)

    def test_an_article_is_signed_and_dated(self, client, site_pages):
        index = ArticleIndexPage.objects.get(locale__language_code="fr")
        article = index.add_child(
            instance=ArticlePage(
                title="La soupe", date=date(2026, 3, 14), byline="Maëlle", lead="Bon."
            )
        )

        told = things_on(client.get(article.url))

        assert told["Article"]["author"] == {"@type": "Person", "name": "Maëlle"}
        assert told["Article"]["datePublished"] == "2026-03-14"
        assert [crumb["name"] for crumb in told["BreadcrumbList"]["itemListElement"]] == [
            index.title,
            "La soupe",
        ]

    def test_a_place_and_a_garden_are_places(self, client, site_pages):
        places = PlaceIndexPage.objects.get(locale__language_code="fr")
        gardens = GardenIndexPage.objects.get(locale__language_code="fr")
        place = places.add_child(instance=PlacePage(title="La cuisine", place=PlaceFactory()))
        garden = gardens.add_child(
            instance=GardenPage(title="Les Rails", lead="Au calme.", garden=GardenFactory())
        )
        assert "Place" in things_on(client.get(place.url))
        assert "Park" in things_on(client.get(garden.url))

    def test_what_belongs_to_one_person_tells_nothing(self, client, site_pages):
        page = client.get("/marche/panier/").content.decode()
        assert '<meta name="robots" content="noindex">' in page
        assert "og:url" not in page
        assert BLOCK.findall(page) == []


@pytest.mark.django_db
class TestProduct:
    def told(self, product, *offers):
        thing = market.product(
            product, offers=offers, collective=Collective.load(), path="/marche/produits/poireau/"
        )
        assert faults(thing) == []
        return thing

    @pytest.mark.parametrize(
        ("unit", "size", "pack_unit", "bought", "compared"),
        [
            (Product.Unit.KG, None, "", ("1", "KGM"), True),
            (Product.Unit.LITRE, None, "", ("1", "LTR"), True),
            (Product.Unit.BUNCH, Decimal("0.800"), "kg", ("0.8", "KGM"), True),
            (Product.Unit.PACK, Decimal("0.250"), "litre", ("0.25", "LTR"), True),
            (Product.Unit.PIECE, None, "", ("1", "C62"), False),
        ],
    )
    def test_a_price_says_what_it_buys(self, unit, size, pack_unit, bought, compared):
        product = ProductFactory(unit=unit, pack_size=size, pack_unit=pack_unit)

        offer = self.told(product, OfferFactory(product=product, price_cents=305))["offers"][0]

        price = offer["priceSpecification"]
        assert (offer["price"], price["price"]) == ("3.05", "3.05")
        assert (
            price["referenceQuantity"]["value"],
            price["referenceQuantity"]["unitCode"],
        ) == bought
        assert ("valueReference" in price["referenceQuantity"]) is compared

    def test_what_is_sold_out_says_so(self):
        offer = OfferFactory(quantity=Decimal(0))
        assert self.told(offer.product, offer)["offers"][0]["availability"].endswith("/SoldOut")

    def test_the_seller_is_the_seller_of_record(self):
        Collective.objects.update_or_create(defaults={"legal_name": "Association de la halle"})
        resold = ProducerFactory(settlement=Producer.Settlement.RESOLD, account_ref="")
        offer = OfferFactory(product__producer=resold)
        told = self.told(offer.product, offer)
        assert told["offers"][0]["seller"]["name"] == "Association de la halle"
        assert told["manufacturer"]["name"] == resold.name

    @pytest.mark.parametrize(("days", "is_said"), [(30, True), (-30, False)])
    def test_organic_is_said_while_the_certificate_is_valid(self, days, is_said):
        market_day = MarketDayFactory()
        product = ProductFactory(
            organic=True,
            certifier="FR-BIO-01",
            certificate_until=market_day.date + timedelta(days=days),
        )
        told = self.told(product, OfferFactory(product=product, market_day=market_day))
        assert ("hasCertification" in told) is is_said

    def test_a_product_that_nobody_offers_has_no_price(self):
        thing = market.product(
            ProductFactory(), offers=[], collective=Collective.load(), path="/marche/produits/x/"
        )
        assert "offers" not in thing


def test_no_word_of_a_page_ends_the_block_it_stands_in():
    printed = structured_data([{"@type": "Article", "headline": "</script><script>alert(1)&"}])
    assert printed.count("</script>") == 1
    (block,) = BLOCK.findall(printed)
    assert json.loads(block)["@graph"][0]["headline"] == "</script><script>alert(1)&"


def test_a_page_with_nothing_to_tell_prints_nothing():
    assert structured_data("", None) == ""


def test_the_last_crumb_has_no_address():
    told = breadcrumbs([{"title": "Le marché", "url": "/marche/"}, {"title": "Ici", "url": ""}])
    assert faults(told) == []
    assert "item" not in told["itemListElement"][1]


def test_the_vocabulary_catches_what_is_not_its_own():
    wrong = {
        "@type": "SaleEvent",
        "name": "Marché",
        "startDate": "samedi",
        "price": "3",
        "location": 3,
    }
    assert len(faults(wrong)) == 3
