"""The home page shows what its editor chose, in their order, and reads nothing more."""

import importlib

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page
from wagtail.rich_text import RichText

from content.models import ArticleIndexPage, ArticlePage, HomePage
from content.sections import FIRST_SECTIONS, SectionsBlock
from tests.commons.cms.pictures_at_hand import a_picture
from tests.gardens.factories import GardenFactory, PlotFactory
from tests.market.factories import MarketDayFactory, OfferFactory, ProductFactory
from tests.workshops.factories import SessionFactory

pytestmark = pytest.mark.usefixtures("site_pages")


def home(language="fr") -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


def show(client, *sections) -> str:
    page = home()
    page.sections = list(sections)
    page.save_revision().publish()
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def a_busy_collective(sessions=4):
    month = timezone.localdate().month
    day = MarketDayFactory()
    for _ in range(5):
        OfferFactory(market_day=day, product=ProductFactory(own_season=[month]))
    garden = GardenFactory()
    for number in range(1, 6):
        PlotFactory(garden=garden, number=number)
    for number in range(sessions):
        SessionFactory(workshop__name_fr=f"Atelier {number}")
    articles = ArticleIndexPage.objects.get(locale__language_code="fr")
    for number in range(4):
        photo = a_picture(title=f"Photo {number}")
        articles.add_child(instance=ArticlePage(title=f"Article {number}", photo=photo))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_home_shows_every_trade(language):
    kinds = [section.block_type for section in home(language).sections]
    assert kinds == [name for name, _value in FIRST_SECTIONS]


def test_sections_come_in_the_order_of_the_editor(client):
    a_busy_collective()
    words = show(
        client,
        ("articles", {"title": "", "lead": "", "limit": 2}),
        ("text", RichText("<p>Un mot de la maison.</p>")),
        ("workshops", {"title": "Apprendre", "lead": "À plusieurs.", "limit": 1}),
    )
    order = ["Nouvelles de la halle", "Un mot de la maison.", "Apprendre"]
    assert sorted(order, key=words.index) == order
    assert "À plusieurs." in words
    assert words.count("card--squash") == 2
    assert words.count('class="seats"') == 1


def test_the_slate_hangs_beside_the_headline_when_it_comes_first(client):
    a_busy_collective()
    market = ("market", {"title": "Ce samedi"})
    season = ("season", {"title": "", "limit": 0})
    first = show(client, market, season)
    assert first.index("slate__title") < first.index("crates")
    assert "Commander pour" in first
    assert "Ce samedi" in first
    second = show(client, season, market)
    assert second.index("crates") < second.index("slate__title")
    assert "Commander pour" not in second
    assert "illustrations/hall.svg" in second


def test_few_plants_are_taken_from_the_whole_alphabet(client):
    from django.core.management import call_command

    call_command("load_plants", verbosity=0)
    words = show(client, ("season", {"title": "", "limit": 3}))
    plants = words.partition('class="plants"')[2].partition("</ul>")[0]
    assert 1 <= plants.count("<li>") <= 3


def test_what_is_not_chosen_is_not_read(client):
    a_busy_collective()
    show(client)
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    tables = " ".join(query["sql"] for query in asked)
    for table in ("market_marketday", "workshops_session", "gardens_garden", "content_articlepage"):
        assert f'FROM "{table}"' not in tables


@pytest.mark.parametrize("sessions", [2, 20])
def test_all_the_sections_and_photos_ask_few_questions(
    client, django_assert_max_num_queries, sessions
):
    a_busy_collective(sessions)
    show(client, *FIRST_SECTIONS)
    client.get("/")
    with django_assert_max_num_queries(12):
        words = client.get("/").content.decode()
    assert words.count('class="photo"') == 3


def test_each_section_can_be_previewed(client, settings, django_user_model):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(django_user_model.objects.create_superuser("lea@exemple.fr"))
    a_busy_collective()
    for name, _value in FIRST_SECTIONS:
        block = HomePage._meta.get_field("sections").stream_block.child_blocks[name]
        response = client.get(f"/gestion/block-preview/?id={block.definition_prefix}")
        assert response.status_code == 200, name


def test_a_section_stands_once():
    counts = SectionsBlock().meta.block_counts
    assert set(counts) == {name for name, _value in FIRST_SECTIONS}


def test_homes_made_before_keep_what_they_showed():
    page = home()
    page.body = [("quote", {"words": "On sème.", "who": ""})]
    page.sections = []
    page.save()
    Page.objects.filter(pk=page.pk).update(latest_revision=None)
    revision = page.save_revision()
    del revision.content["sections"]
    revision.save()

    migration = importlib.import_module("content.migrations.0003_sections_of_the_homes_there_were")
    migration.choose(apps, None)

    page = home()
    kinds = [name for name, _value in FIRST_SECTIONS] + ["quote"]
    assert [section.block_type for section in page.sections] == kinds
    draft = page.get_latest_revision_as_object()
    assert [section.block_type for section in draft.sections] == kinds
    assert page.sections[5].value["words"] == "On sème."
