import pytest

from commons.people.models import Person
from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops.models import Booking

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(Person.objects.create_superuser("admin@exemple.fr"))
    return client


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.mark.parametrize("rows", ["session", "booking", "workshop"])
def test_the_lists_open_with_rows_in_them(desk, rows):
    book(SessionFactory(), seats=3)

    answer = desk.get(f"/gestion/snippets/workshops/{rows}/")

    assert answer.status_code == 200
    assert "Tailler ses petits fruits" in answer.text


def test_a_booking_is_read_and_never_edited_by_hand(desk):
    booking = book(SessionFactory())

    assert desk.get(f"/gestion/snippets/workshops/booking/inspect/{booking.pk}/").status_code == 200
    assert desk.get(f"/gestion/snippets/workshops/booking/edit/{booking.pk}/").status_code == 302
    assert desk.get("/gestion/snippets/workshops/booking/add/").status_code == 302


def test_a_booking_is_not_deleted_in_a_selection_either(desk):
    booking = book(SessionFactory())

    desk.post(f"/gestion/bulk/workshops/booking/delete/?id={booking.pk}")

    assert Booking.objects.filter(pk=booking.pk).exists()


def test_the_link_of_a_booking_stays_its_owners(desk):
    booking = book(SessionFactory())

    answer = desk.get(f"/gestion/snippets/workshops/booking/inspect/{booking.pk}/")

    assert booking.token not in answer.text


def session_form(session, **given):
    return {
        "workshop": session.workshop_id,
        "place": session.place_id,
        "starts_at": session.starts_at.strftime("%Y-%m-%d %H:%M"),
        "ends_at": session.ends_at.strftime("%Y-%m-%d %H:%M"),
        "capacity": session.capacity,
        "zone": session.zone,
    } | given


def test_the_screen_of_a_session_takes_the_place_of_the_form_of_its_promises(desk):
    session = SessionFactory(capacity=10)
    url = f"/gestion/snippets/workshops/session/edit/{session.pk}/"

    shown = desk.get(url)
    sent = desk.post(url, session_form(session, capacity=4))

    session.refresh_from_db()
    assert shown.url == sent.url == f"/gestion/ateliers/seances/{session.pk}/"
    assert session.capacity == 10


def test_an_end_before_the_start_is_refused_beside_the_fields(desk):
    workshop = WorkshopFactory()
    session = SessionFactory.build(workshop=workshop)
    place = SessionFactory(workshop=workshop).place

    answer = desk.post(
        "/gestion/snippets/workshops/session/add/",
        session_form(
            session,
            workshop=workshop.pk,
            place=place.pk,
            ends_at=session.starts_at.strftime("%Y-%m-%d %H:%M"),
        ),
    )

    assert answer.status_code == 200
    assert "La fin doit venir après le début" in answer.text
