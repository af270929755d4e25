from datetime import timedelta

import pytest

from content.models import HomePage
from tests.workshops.factories import PlaceFactory, SessionFactory, WorkshopFactory, book
from workshops.models import Cycle, Session, Topic, WorkshopIndexPage, WorkshopPage

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


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"a", "b", "c"}),
        ("?sorte=permanence", {"b"}),
        ("?sujet=le-sol", {"a"}),
        ("?niveau=debut", {"a", "b"}),
        ("?gratuit=1", {"a", "b"}),
        ("?reste=1", {"a"}),
        ("?pour=familles", {"c"}),
        ("?ou=le-fournil", {"c"}),
        ("?sorte=nimporte", {"a", "b", "c"}),
        ("?sujet=le-sol&gratuit=1&reste=1", {"a"}),
    ],
)
def test_the_address_chooses_sessions(client, index, query, found, django_assert_max_num_queries):
    soil = Topic.objects.create(name_fr="Le sol", name_en="Soil")
    a = SessionFactory(workshop=WorkshopFactory(name_fr="a", level="beginners"))
    a.workshop.topics.add(soil)
    a.workshop.save()
    SessionFactory(workshop=WorkshopFactory(name_fr="b", kind="drop-in", takes_bookings=False))
    full = SessionFactory(
        place=PlaceFactory(name="Le Fournil"),
        capacity=1,
        workshop=WorkshopFactory(
            name_fr="c",
            price_kind="fixed",
            price_cents=500,
            level="skilled",
            audience="families",
        ),
    )
    book(full)
    client.get("/ateliers/")

    with django_assert_max_num_queries(12):
        page = client.get(f"/ateliers/{query}")

    shown = {session.workshop.name_fr for session in page.context["sessions"]}
    assert shown == found


def test_a_choice_that_finds_nothing_shows_the_way_back(client, index):
    assert "Aucune séance ne correspond" in client.get("/ateliers/?gratuit=1").text


def test_a_cycle_shows_on_its_workshops_page(client, index):
    page = lay_page(index, sessions=3)
    cycle = Cycle.objects.create(workshop=page.workshop, name_fr="Trois tailles", booked="whole")
    Session.objects.update(cycle=cycle)

    text = client.get("/ateliers/tailler/").text

    assert "Trois tailles" in text
    assert f"/ateliers/cycles/{cycle.pk}/" in text
