"""What gardens tell of their logs on public pages: a plant, a day, a garden, never a household."""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from commons.cms import live
from gardens.models import GardenIndexPage, GardenPage
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory
from tests.gardens.growing_factories import HarvestFactory, SurplusFactory

pytestmark = pytest.mark.django_db

QUERIES_AT_MOST = 12


def told(**given):
    surplus = live.get("gardens.surplus")
    return render_to_string(surplus.template, surplus.facts(now=timezone.now(), limit=3))


def test_a_page_may_show_what_waits_for_the_baskets():
    assert "Aucun surplus annoncé" in told()
    tenancy = TenancyFactory(household__name="Foyer Diallo", name="Amina Diallo")
    SurplusFactory.create_batch(5, tenancy=tenancy)
    words = told()
    assert words.count("Radis, un cageot") == 3
    assert "Jardin des Rails" in words
    assert "Diallo" not in words


@pytest.mark.usefixtures("site_pages")
@pytest.mark.parametrize("households", [2, 3, 40])
def test_the_page_of_a_garden_says_what_it_picks(client, django_assert_max_num_queries, households):
    garden = GardenFactory()
    index = GardenIndexPage.objects.get(locale__language_code="fr")
    page = index.add_child(instance=GardenPage(title="Rails", slug="rails", garden=garden))
    for plot in PlotFactory.create_batch(households, garden=garden):
        HarvestFactory(tenancy=TenancyFactory(plot=plot))

    client.get(page.url)  # the foot of the pages is kept by the cache
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        words = client.get(page.url).content.decode()

    assert ("on récolte ici" in words) is (households >= 3)
    assert f"/jardins/{garden.slug}/ce-mois-ci/" in words
