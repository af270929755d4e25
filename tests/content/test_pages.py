"""The pages any collective has, as visitors read them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from commons.places.models import Place
from content.models import ArticleIndexPage, ArticlePage, PlaceIndexPage, PlacePage
from tests.gardens.factories import GardenFactory, PlotFactory
from tests.market.factories import MarketDayFactory, OfferFactory, ProductFactory
from tests.workshops.factories import PlaceFactory, SessionFactory, WorkshopFactory, book

pytestmark = pytest.mark.usefixtures("site_pages")

QUERIES_AT_MOST = 12


def write_article(title, day, **fields):
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    return index.add_child(instance=ArticlePage(title=title, date=day, **fields))


def present_place(place: Place):
    index = PlaceIndexPage.objects.get(locale__language_code="fr")
    return index.add_child(instance=PlacePage(title=place.name, place=place))


def page_of(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("path", ["/", "/agenda/", "/articles/", "/lieux/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_new_site_invites_before_anything_happens(client, prefix, path):
    words = page_of(client.get(prefix + path))
    assert "<h1" in words


def test_home_tells_the_next_sessions_and_the_newest_stories(client):
    SessionFactory(workshop__name_fr="Cuisiner les fanes")
    write_article("La soupe de minuit", date(2026, 3, 14), lead="Une recette à douze mains.")
    words = page_of(client.get("/"))
    assert "Cuisiner les fanes" in words
    assert "La soupe de minuit" in words


def test_english_readers_get_english_names(client):
    SessionFactory(workshop=WorkshopFactory(name_fr="Tailler", name_en="Pruning"))
    assert "Pruning" in page_of(client.get("/en/"))


@pytest.mark.parametrize("sessions", [3, 30])
def test_home_asks_few_questions_however_much_there_is(
    client, django_assert_max_num_queries, sessions
):
    place = PlaceFactory()
    for number in range(sessions):
        session = SessionFactory(place=place, workshop__name_fr=f"Atelier {number}")
        write_article(f"Article {number}", date(2026, 1, 1))
        if number < 5:
            book(session)
    client.get("/")
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        client.get("/")


def test_articles_are_listed_by_pages_the_newest_first(client):
    for number in range(14):
        write_article(f"Article {number}.", date(2026, 1, 1) + timedelta(days=number))
    first = page_of(client.get("/articles/"))
    assert first.index("Article 13.") < first.index("Article 2.")
    assert "Article 1." not in first
    assert "Article 1." in page_of(client.get("/articles/?page=2"))
    assert "Article 13." in page_of(client.get("/articles/?page=beaucoup-trop"))


def test_an_article_is_signed_and_leads_back_to_the_others(client):
    article = write_article(
        "Le compost ne sent pas", date(2026, 3, 1), byline="Maëlle, bénévole au compost"
    )
    words = page_of(client.get(article.url))
    assert "Maëlle, bénévole au compost" in words
    assert 'href="/articles/"' in words


def test_a_place_says_how_to_come_and_what_is_on(client):
    here, elsewhere = PlaceFactory(access="De plain-pied."), PlaceFactory()
    SessionFactory(place=here, workshop__name_fr="Bouturer")
    SessionFactory(place=elsewhere, workshop__name_fr="Pailler")
    words = page_of(client.get(present_place(here).url))
    assert "De plain-pied." in words
    assert "Bouturer" in words
    assert "Pailler" not in words


def test_the_agenda_goes_day_by_day_and_week_after_week(client):
    soon = timezone.now() + timedelta(days=2)
    late = timezone.now() + timedelta(weeks=8)
    SessionFactory(workshop__name_fr="Bientôt", starts_at=soon)
    SessionFactory(workshop__name_fr="Plus tard", starts_at=late)
    now = page_of(client.get("/agenda/"))
    assert "Bientôt" in now
    assert "Plus tard" not in now
    following = page_of(client.get(f"/agenda/?depuis={timezone.localdate(late)}"))
    assert "Plus tard" in following
    assert "Bientôt" not in following


def test_the_agenda_shows_one_trade_when_asked(client):
    SessionFactory(workshop__name_fr="Bouturer")
    assert "Bouturer" in page_of(client.get("/agenda/?quoi=ateliers"))
    assert "Bouturer" not in page_of(client.get("/agenda/?quoi=marche"))


@pytest.mark.parametrize(
    "address", ["?quoi=nimporte&depuis=hier", "?depuis=1999-01-01", "?depuis=9999-12-31"]
)
def test_a_wrong_address_of_the_agenda_is_forgiven(client, address):
    assert client.get(f"/agenda/{address}").status_code == 200


def test_the_agenda_can_be_subscribed_to(client):
    SessionFactory(workshop__name_fr="Bouturer")
    response = client.get("/agenda.ics?quoi=ateliers")
    assert response["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Bouturer" in response.content
    assert b"Bouturer" not in client.get("/agenda.ics?quoi=marche").content


@pytest.mark.parametrize("path", ["/agenda/", "/articles/", "/lieux/"])
def test_lists_ask_few_questions_however_long(client, django_assert_max_num_queries, path):
    for number in range(12):
        session = SessionFactory()
        present_place(session.place)
        write_article(f"Article {number}", date(2026, 1, 1))
    client.get(path)
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        client.get(path)


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_home_shows_the_market_and_the_gardens_within_its_queries(
    client, path, django_assert_max_num_queries
):
    day = MarketDayFactory()
    month = timezone.localdate().month
    for _ in range(5):
        OfferFactory(market_day=day, product=ProductFactory(own_season=[month]))
    garden = GardenFactory()
    for number in range(1, 31):
        PlotFactory(garden=garden, number=number)
    SessionFactory()
    client.get(path)
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        words = page_of(client.get(path))
    assert words.count("price--tag") == 4
    assert 'class="plan"' in words
