from datetime import timedelta

import pytest

from content.models import HomePage
from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops.models import WorkshopIndexPage, WorkshopPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(site_pages):
    return WorkshopIndexPage.objects.get(locale__language_code="fr")


def lay_page(index, *, sessions):
    workshop = WorkshopFactory()
    page = index.add_child(
        instance=WorkshopPage(
            title="Tailler", slug="tailler", workshop=workshop, lead="Un sécateur."
        )
    )
    place = None
    for number in range(sessions):
        session = SessionFactory(workshop=workshop, **({"place": place} if place else {}))
        session.starts_at += timedelta(days=number)
        session.ends_at += timedelta(days=number)
        session.save()
        place = session.place
        book(session, seats=2)
    return page


def test_a_workshop_page_stands_under_its_index_only(index):
    assert WorkshopPage.can_exist_under(index)
    assert not WorkshopPage.can_exist_under(HomePage.objects.first())
    assert WorkshopIndexPage.can_exist_under(HomePage.objects.first())


@pytest.mark.parametrize("sessions", [2, 20])
@pytest.mark.parametrize("address", ["/ateliers/", "/ateliers/tailler/"])
def test_a_page_asks_the_database_little_however_many_sessions(
    client, index, sessions, address, django_assert_max_num_queries
):
    lay_page(index, sessions=sessions)
    client.get(address)  # content types and the site's root are then known to the process

    with django_assert_max_num_queries(12):
        page = client.get(address)

    assert page.text.count("Encore 12 places") == sessions


def test_a_workshop_without_dates_invites(client, index):
    lay_page(index, sessions=0)

    assert "Aucune séance n’est prévue" in client.get("/ateliers/tailler/").text
