from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.cache import cache

from content.models import HomePage
from gardens.models import Plot
from impact.models import ImpactPage
from tests.gardens.factories import PlotFactory, TenancyFactory, ask
from tests.gardens.growing_factories import HarvestFactory

pytestmark = pytest.mark.django_db

AUTUMN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def page(site_pages):
    cache.clear()
    home = HomePage.objects.get(locale__language_code="fr")
    home.get_children().type(ImpactPage).delete()
    return home.add_child(instance=ImpactPage(title="Les effets", slug="effets"))


def figures(response):
    """Each figure of the page by its sentence."""
    return {
        figure.sentence: figure.number
        for effect in response.context["effects"]
        for figure in effect.figures
    }


@time_machine.travel(AUTUMN)
def test_the_page_counts_and_says_how_without_naming_anyone(client, page):
    plot = PlotFactory(kind=Plot.Kind.SHARED, parts=2)
    TenancyFactory(plot=plot, part=1, household__name="Les Diallo")
    TenancyFactory(plot=plot, part=2)
    ask(plot.garden, now=datetime(2026, 3, 3, tzinfo=UTC), name="Bo Martin")
    ask(plot.garden, email="today@exemple.fr", now=AUTUMN)

    response = client.get(page.url)

    assert figures(response) == {
        "foyers jardiniers": "2",
        "parcelle tenue à plusieurs": "1",
        "demande de parcelle reçue": "1",
    }
    text = response.content.decode()
    assert "samedi 21 novembre" in text
    assert "Foyers à qui une parcelle, ou une part, était attribuée" in text
    assert "Diallo" not in text
    assert "Bo Martin" not in text


@time_machine.travel(AUTUMN)
def test_each_year_has_its_own_figures(client, page):
    TenancyFactory(starts_on=date(2025, 3, 1), ends_on=date(2025, 10, 31))

    assert figures(client.get(page.url)) == {}
    assert figures(client.get(page.url, {"annee": "2025"}))["foyer jardinier"] == "1"
    assert "Rien à compter" in client.get(page.url, {"annee": "2024"}).content.decode()


@time_machine.travel(AUTUMN)
def test_counting_is_done_once_an_hour(client, page, django_assert_max_num_queries):
    TenancyFactory()
    client.get(page.url)

    with django_assert_max_num_queries(12):
        client.get(page.url)


@time_machine.travel(AUTUMN)
def test_what_gardens_give_is_told_in_whole_kilos(client, page):
    HarvestFactory(on=date(2026, 8, 1), grams=900, solidarity=True)
    assert (
        figures(client.get(page.url)).get("donnés par les jardins aux paniers solidaires") is None
    )

    cache.clear()
    HarvestFactory(on=date(2026, 8, 2), grams=12_300, solidarity=True)
    HarvestFactory(on=date(2026, 8, 2), grams=40_000)
    HarvestFactory(on=date(2025, 8, 2), grams=40_000, solidarity=True)

    told = figures(client.get(page.url))["donnés par les jardins aux paniers solidaires"]
    assert told == "13\u00a0kg"
