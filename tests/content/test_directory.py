"""The directory of partners, and the way to a place."""

import pytest

from content.models import PlaceIndexPage, PlacePage
from tests.content.factories import NeedFactory, PartnerFactory
from tests.workshops.factories import PlaceFactory

pytestmark = pytest.mark.usefixtures("site_pages")


@pytest.fixture
def partners(site_pages):
    tools, housing = (NeedFactory(slug=slug) for slug in ("outils", "logement"))
    PartnerFactory(name="L’Outilthèque", needs=[tools], days=[3])
    PartnerFactory(name="La Régie", needs=[housing], town="Saint-Aubin", days=[1, 3])


def found(client, query):
    words = client.get(f"/partenaires/{query}").text
    return {name for name in ("L’Outilthèque", "La Régie") if name in words}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"L’Outilthèque", "La Régie"}),
        ("?besoin=outils", {"L’Outilthèque"}),
        ("?ville=saint-aubin", {"La Régie"}),
        ("?jour=3", {"L’Outilthèque", "La Régie"}),
        ("?jour=1", {"La Régie"}),
        ("?besoin=outils&jour=1", set()),
        ("?jour=lundi", set()),
    ],
)
@pytest.mark.usefixtures("partners")
def test_the_address_says_who_is_looked_for(client, query, names):
    assert found(client, query) == names


@pytest.mark.usefixtures("partners")
def test_a_search_that_finds_nobody_says_what_to_try(client):
    words = client.get("/partenaires/?besoin=outils&jour=1").text
    assert "Personne ne répond à tout cela" in words


@pytest.mark.parametrize("partners", [2, 30])
def test_the_directory_asks_few_questions(client, django_assert_max_num_queries, partners):
    for _ in range(partners):
        partner = PartnerFactory(needs=[NeedFactory()])
    for address in ("/partenaires/", partner.get_absolute_url()):
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)


def test_a_place_says_each_way_to_come_in_the_language_of_its_page(client):
    place = PlaceFactory(access="Mots d’avant.")
    index = PlaceIndexPage.objects.get(locale__language_code="fr")
    page = index.add_child(
        instance=PlacePage(title=place.name, place=place, by_bike="Arceaux côté lavoir.")
    )
    first = client.get(page.url).text
    page.wheelchair = "Trois portes de plain-pied."
    page.save()
    second = client.get(page.url).text
    assert "Arceaux côté lavoir." in first
    assert "Mots d’avant." in first
    assert "Mots d’avant." not in second
    assert "Trois portes de plain-pied." in second
