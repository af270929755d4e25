"""What search engines are given to read: all that is public, and no more; in few queries however tall the tree."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from commons.plants.models import Plant
from content.models import (
    ArticleIndexPage,
    ArticlePage,
    ChroniclePage,
    LegalPage,
    PlaceIndexPage,
    PlacePage,
)
from gardens.models import GardenIndexPage, GardenPage
from market.models import ProducerIndexPage, ProducerPage
from tests.content.factories import PartnerFactory
from tests.gardens.factories import GardenFactory
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    PlaceFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
)
from tests.workshops.factories import SessionFactory, WorkshopFactory
from workshops.models import WorkshopIndexPage, WorkshopPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_pages")]

QUERIES_AT_MOST = 12
HERE = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def listed(client):
    """Each address of the file, with its alternates."""
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    root = ElementTree.fromstring(b"".join(answer.streaming_content))
    return {
        entry.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")
        }
        for entry in root
    }


def grow_articles(index, count):
    """So many articles, written straight into the tables: saving each as its editor would takes minutes."""
    model = ContentType.objects.get_for_model(ArticlePage)
    places = (index.path + ArticlePage._int2str(n).rjust(4, "0") for n in range(100, 100 + count))
    pages = Page.objects.bulk_create(
        Page(
            title=f"Article {number}", draft_title=f"Article {number}", slug=f"article-{number}",
            path=path, depth=index.depth + 1, url_path=f"{index.url_path}article-{number}/",
            locale_id=index.locale_id, content_type=model, last_published_at=timezone.now(),
        )
        for number, path in enumerate(places)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO content_articlepage (page_ptr_id, lead, illustration, body, date, byline)"
            " VALUES (%s, '', '', '[]', '2026-01-01', '')",
            [(page.pk,) for page in pages],
        )


def test_every_public_page_is_listed_with_its_twin(client):
    session, market_day, garden = SessionFactory(), MarketDayFactory(), GardenFactory()
    product, partner = ProductFactory(), PartnerFactory()
    Plant.objects.create(slug="poireau", name_fr="poireau", kind="vegetable")

    found = listed(client)

    for path in (
        "/",
        "/agenda/",
        session.get_absolute_url(),
        market_day.get_absolute_url(),
        garden.get_request_url(),
        product.get_absolute_url(),
        product.producer.get_absolute_url(),
        partner.get_absolute_url(),
        "/jardins/plantes/poireau/",
    ):
        twins = {"fr": HERE + path, "en": f"{HERE}/en{path}", "x-default": HERE + path}
        assert found[HERE + path] == twins
        assert found[f"{HERE}/en{path}"] == twins


def test_what_is_past_in_preparation_or_private_is_not_listed(client):
    past = SessionFactory(starts_at=timezone.now() - timedelta(days=2))
    draft = MarketDayFactory(state="draft")
    article = ArticleIndexPage.objects.get(locale__language_code="fr").add_child(
        instance=ArticlePage(title="Brouillon", live=False)
    )

    found = listed(client)

    assert not {HERE + row.get_absolute_url() for row in (past, draft)} & found.keys()
    assert HERE + article.url_path not in found
    assert not [address for address in found if "/panier/" in address or "/compte/" in address]


def test_a_story_of_a_producer_is_listed_at_the_producers_address_only(client):
    producer = ProducerFactory()
    index = ProducerIndexPage.objects.get(locale__language_code="fr")
    story = index.add_child(instance=ProducerPage(title="Les Buis", producer=producer))
    found = listed(client)
    assert HERE + producer.get_absolute_url() in found
    assert not [address for address in found if address.endswith(f"/{story.slug}/")]


def test_a_page_without_a_twin_has_no_alternates(client):
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    article = index.add_child(instance=ArticlePage(title="La soupe"))
    assert listed(client)[HERE + article.url] == {}


def test_robots_are_shown_the_way_and_asked_to_leave_desks_and_orders_alone(client):
    told = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {HERE}/sitemap.xml" in told
    for private in ("/gestion/", "/en/gestion/", "/connexion/", "/marche/panier/"):
        assert f"Disallow: {private}\n" in told


def write(index, model, number, **fields):
    return index.add_child(instance=model(title=f"Page {number}", **fields))


@pytest.mark.parametrize("rows", [10, 5000])
def test_pages_ask_few_questions_however_tall_the_tree(client, django_assert_max_num_queries, rows):
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    article = write(index, ArticlePage, "a")
    workshop = write(
        WorkshopIndexPage.objects.get(locale__language_code="fr"),
        WorkshopPage,
        "w",
        workshop=WorkshopFactory(),
    )
    garden = write(
        GardenIndexPage.objects.get(locale__language_code="fr"),
        GardenPage,
        "g",
        garden=GardenFactory(),
    )
    place = write(
        PlaceIndexPage.objects.get(locale__language_code="fr"),
        PlacePage,
        "l",
        place=PlaceFactory(),
    )
    chronicle = write(index, ChroniclePage, "c")
    legal = LegalPage.objects.filter(locale__language_code="fr").first()
    offer = OfferFactory()
    StallFactory(market_day=offer.market_day, producer=offer.product.producer)
    grow_articles(index, rows)
    for path in (
        "/", "/articles/", article.url, chronicle.url, workshop.url, garden.url, place.url, legal.url,
        "/ateliers/", "/jardins/", "/lieux/", "/effets/", "/saison/", "/partenaires/", "/contact/",
        "/agenda/", "/agenda/?vue=mois", "/producteurs/", "/chercher/?q=article",
        PartnerFactory().get_absolute_url(), offer.market_day.get_absolute_url(),
        offer.product.get_absolute_url(), offer.product.producer.get_absolute_url(),
    ):  # fmt: skip
        client.get(path)
        with django_assert_max_num_queries(QUERIES_AT_MOST, info=path):
            assert client.get(path).status_code == 200, path
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        assert len(listed(client)) > rows


def test_the_foot_leads_to_what_stands_under_the_home(client):
    cache.clear()
    page = client.get("/en/").content.decode()
    foot = page[page.index("<footer") :]
    assert 'href="/en/effets/"' in foot
    assert 'href="/en/agenda/"' in foot
