from uuid import uuid4

import pytest
from icalendar import Calendar

from tests.workshops.factories import SessionFactory, book
from workshops.models import Booking, Session

pytestmark = pytest.mark.django_db


def fill_in(**given):
    return {"seats": 2, "name": "نور", "email": "Nour@Exemple.fr", "form_key": str(uuid4())} | given


def test_reserving_leads_to_a_page_that_confirms_it(client):
    session = SessionFactory()

    answer = client.post(session.get_absolute_url(), fill_in(), follow=True)

    booking = Booking.objects.get()
    assert answer.redirect_chain == [(booking.get_absolute_url(), 302)]
    assert "C’est réservé" in answer.text
    assert booking.name == "نور"
    assert booking.email == "nour@exemple.fr"


@pytest.mark.parametrize(
    "mistake",
    [
        {"seats": 7},
        {"seats": 0},
        {"seats": "deux"},
        {"name": " "},
        {"email": "nour"},
        {"form_key": "x"},
    ],
    ids=str,
)
def test_a_mistake_keeps_what_was_typed_and_books_nothing(client, mistake):
    session = SessionFactory()

    answer = client.post(session.get_absolute_url(), fill_in(**mistake))

    assert answer.status_code == 422
    assert "nour" in answer.text.lower()
    assert not Booking.objects.exists()


def test_the_last_seat_gone_meanwhile_is_said_in_words(client):
    session = SessionFactory(capacity=1)
    page = client.get(session.get_absolute_url())
    assert "Encore 1 place" in page.text
    book(session)

    answer = client.post(session.get_absolute_url(), fill_in(seats=1))

    assert answer.status_code == 422
    assert "La dernière place vient d’être prise" in answer.text


def test_a_form_stopped_by_a_full_session_shows_other_dates(client):
    session = SessionFactory(capacity=1)
    book(session)
    other = SessionFactory(
        workshop=session.workshop, place=session.place, starts_at=session.ends_at
    )

    assert other.get_absolute_url() in client.get(session.get_absolute_url()).text


def test_leaving_by_the_link_needs_a_press_of_the_button(client):
    booking = book(SessionFactory())

    page = client.get(booking.get_absolute_url())
    assert "Rendre ma place" in page.text
    assert "Rendre ma place" in client.get(f"{booking.get_absolute_url()}annuler/").text
    booking.refresh_from_db()
    assert booking.is_confirmed

    answer = client.post(f"{booking.get_absolute_url()}annuler/", follow=True)
    assert "Vos places sont rendues" in answer.text


def test_the_calendar_file_reads_as_one_event_with_a_stable_uid(client):
    booking = book(SessionFactory())

    answer = client.get(f"{booking.get_absolute_url()}atelier.ics")

    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["UID"] == f"session-{booking.session_id}@halle-et-jardins"
    assert event.decoded("DTSTART") == booking.session.starts_at.replace(microsecond=0)
    assert event["DTSTART"].params["TZID"] == "Europe/Paris"


def test_unknown_things_are_not_found(client):
    assert client.get("/ateliers/seances/999/").status_code == 404
    assert client.post("/ateliers/seances/999/", fill_in()).status_code == 404
    assert client.get("/ateliers/reservation/nope/").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_session_page_stays_under_twelve_queries(client, prefix, django_assert_max_num_queries):
    session = SessionFactory()
    for _ in range(5):
        book(session, seats=2)
    assert Session.objects.for_screens().get(pk=session.pk).seats_taken == 10

    with django_assert_max_num_queries(12):
        client.get(f"{prefix}/ateliers/seances/{session.pk}/")


def test_english_is_spoken_in_english(client):
    session = SessionFactory()

    page = client.get(f"/en/ateliers/seances/{session.pk}/")

    assert "Pruning soft fruit" in page.text
    assert '<html lang="en"' in page.text
