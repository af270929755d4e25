from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.people.models import Person
from commons.plants.models import Plant
from content.models import HomePage
from gardens.models import Feature, GardenIndexPage, GardenPage, Plot, PlotRequest
from tests.gardens.factories import (
    FeatureFactory,
    GardenFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)

pytestmark = pytest.mark.django_db


def filled(**given):
    form = {
        "name": "Amina Diallo",
        "email": "Amina@exemple.fr",
        "household_size": 2,
        "wish": "share",
        "size": "any",
        "note": "Libre le dimanche.",
        "form_key": uuid4(),
    }
    return form | given


def plain(response):
    return response.content.decode().replace("\u202f", " ")


@pytest.fixture
def garden():
    return GardenFactory()


def test_whoever_asks_is_told_their_rank_and_its_reason(client, garden):
    ask(garden, email="bo@exemple.fr", now=timezone.now() - timedelta(days=1))

    response = client.post(garden.get_request_url(), filled(), follow=True)

    asked = PlotRequest.objects.get(email="amina@exemple.fr")
    assert response.redirect_chain == [(asked.get_absolute_url(), 302)]
    assert "Vous êtes 2e : un foyer a demandé avant vous, le" in plain(response)
    assert asked.note == "Libre le dimanche."
    assert asked.person is None


def test_the_acknowledgement_tells_nothing_of_the_others(client, garden):
    ask(garden, email="bo@exemple.fr", name="Bo Martin")

    response = client.post(garden.get_request_url(), filled(), follow=True)

    assert "Bo Martin" not in plain(response)
    assert "bo@exemple.fr" not in plain(response)


def test_a_double_click_asks_once_and_shows_the_same_page(client, garden):
    form = filled()

    first, second = (client.post(garden.get_request_url(), form) for _ in range(2))

    assert first.url == second.url
    assert PlotRequest.objects.count() == 1


def test_asking_again_leads_to_the_mailbox_and_shows_nothing_of_the_request(client, garden):
    standing = ask(garden)

    response = client.post(garden.get_request_url(), filled())

    assert "Regardez vos messages" in plain(response)
    assert "Vous êtes" not in plain(response)
    assert standing.token not in plain(response)
    assert standing.name not in plain(response)
    assert PlotRequest.objects.count() == 1


def test_a_signed_in_person_who_asks_again_comes_back_to_their_request(client, garden):
    person = Person.objects.create_user("amina@exemple.fr", first_name="Amina")
    client.force_login(person)
    standing = ask(garden, person=person)

    response = client.post(garden.get_request_url(), filled())

    assert response.url == standing.get_absolute_url()


def test_a_signed_in_person_need_not_type_their_name(client, garden):
    client.force_login(
        Person.objects.create_user("amina@exemple.fr", first_name="Amina", phone="0600000000")
    )

    page = plain(client.get(garden.get_request_url()))

    assert 'value="Amina"' in page
    assert 'value="0600000000"' in page


def test_what_was_typed_is_kept_when_something_is_wrong(client, garden):
    response = client.post(garden.get_request_url(), filled(email="amina", household_size=40))

    page = plain(response)
    assert response.status_code == 422
    assert 'value="amina"' in page
    assert "Libre le dimanche." in page
    assert 'aria-invalid="true"' in page
    assert not PlotRequest.objects.exists()


def test_withdrawing_asks_first_and_is_done_once(client, garden):
    asked = ask(garden)
    address = reverse("gardens:withdraw", args=[asked.token])

    assert "Votre rang sera perdu" in plain(client.get(address))
    assert PlotRequest.objects.get().state == PlotRequest.State.WAITING

    for _ in range(2):
        response = client.post(address, follow=True)
        assert "Demande retirée" in plain(response)
    assert client.get(address).url == asked.get_absolute_url()


def test_an_unknown_link_or_garden_is_not_found(client):
    assert client.get(reverse("gardens:standing", args=["x"])).status_code == 404
    assert client.post(reverse("gardens:withdraw", args=["x"])).status_code == 404
    assert client.get(reverse("gardens:request", args=["x"])).status_code == 404


def test_a_request_page_is_kept_by_no_cache(client, garden):
    response = client.get(ask(garden).get_absolute_url())

    assert "no-store" in response["Cache-Control"]


@pytest.fixture
def garden_page(site_pages, garden):
    home = HomePage.objects.get(locale__language_code="fr")
    home.get_children().type(GardenIndexPage).delete()
    index = home.add_child(instance=GardenIndexPage(title="Les jardins", slug="jardins"))
    return index.add_child(instance=GardenPage(title="Jardin des Rails", garden=garden))


def plant_out(garden, *, plots):
    garden.plan_height = 20 * plots
    garden.save()
    for number in range(1, plots + 1):
        kind = ("individual", "shared", "collective")[number % 3]
        plot = PlotFactory(garden=garden, number=number, kind=kind)
        if number % 4 and kind != Plot.Kind.COLLECTIVE:
            TenancyFactory(plot=plot)
    for kind in Feature.Kind:
        FeatureFactory(garden=garden, kind=kind)


@pytest.mark.parametrize("plots", [30, 300])
def test_queries_of_the_public_pages_do_not_grow_with_the_plots(
    client, garden, garden_page, django_assert_max_num_queries, plots
):
    plant_out(garden, plots=plots)
    ask(garden)
    for address in (
        garden_page.url,
        garden_page.get_parent().url,
        garden.get_request_url(),
        PlotRequest.objects.get().get_absolute_url(),
    ):
        client.get(address)
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200


def test_each_plot_of_the_plan_and_of_the_list_leads_to_its_page(client, garden, garden_page):
    plant_out(garden, plots=12)

    page = plain(client.get(garden_page.url))

    for number in range(1, 13):
        assert page.count(f'href="/jardins/{garden.slug}/parcelles/{number}/"') == 2
        assert page.count(f'id="parcelle-{number}"') == 1
    assert 'aria-label="Parcelle 4, libre, 10' in page
    assert "style=" not in page.partition("<main")[2].partition("</main>")[0]


def test_a_garden_without_plots_invites_all_the_same(client, garden_page):
    page = plain(client.get(garden_page.url))

    assert "Les parcelles se dessinent encore" in page
    assert garden_page.garden.get_request_url() in page


def test_plant_sheets_show_what_to_do_and_each_has_its_year(
    client, site_pages, django_assert_max_num_queries
):
    for number in range(40):
        Plant.objects.create(
            slug=f"plante-{number}",
            kind="vegetable",
            name_fr=f"plante {number}",
            name_en=f"plant {number}",
            sow_open=[timezone.localdate().month],
        )
    with django_assert_max_num_queries(12):
        page = plain(client.get(reverse("gardens:plants")))
    assert "À semer" in page
    assert "À planter" not in page

    sheet = plain(client.get(reverse("gardens:plant", args=["plante-7"])))
    assert "Plante 7" in sheet
    assert "Semer en pleine terre" in sheet
    assert "Récolter" not in sheet
