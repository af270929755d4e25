"""The door: who is there, who came unannounced, and who may hold it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from commons.people.models import Person
from content.roles import FACILITATORS, FRONT_DESK, PRODUCERS
from tests.content.desk import person_in
from tests.workshops.factories import SessionFactory, book
from workshops import actions
from workshops.models import Booking, Question, Seat
from workshops.parties import Contact, SeatWish

pytestmark = pytest.mark.django_db

JSON = {"accept": "application/json"}


@pytest.fixture
def session():
    """One that starts in half an hour: its door is open."""
    return SessionFactory(capacity=4, starts_at=timezone.now() + timedelta(minutes=30))


@pytest.fixture
def holder(client):
    client.force_login(person_in(FRONT_DESK))
    return client


def door(session, verb=""):
    return f"/ateliers/porte/{session.pk}/" + (f"{verb}/" if verb else "")


def seat_of(booking):
    return booking.seats.get(number=1)


def tick(client, session, seat, attendance, **more):
    return client.post(
        door(session, "pointer"), {"seat": seat.pk, "attendance": attendance}, **more
    )


def test_the_list_shows_names_needs_and_answers_and_no_price(holder, session):
    question = Question.objects.create(workshop=session.workshop, text_fr="Une allergie ?")
    actions.book_seats(
        session_id=session.pk,
        form_key=uuid4(),
        contact=Contact(
            name="Amina Diallo",
            email="amina@exemple.fr",
            guardian="Amina Diallo",
            access_needs="Vient en fauteuil",
            answers={question.pk: "les noix"},
        ),
        party=[SeatWish(), SeatWish(name="Léo", under_18=True)],
    )

    page = holder.get(door(session)).text

    for words in ("Amina Diallo", "Léo", "moins de 18 ans", "Vient en fauteuil", "les noix"):
        assert words in page
    assert "amina@exemple.fr" not in page


def test_a_tick_says_how_a_seat_must_be_and_twice_is_once(holder, session):
    seat = seat_of(book(session))

    plain = tick(holder, session, seat, "came")
    again = tick(holder, session, seat, "came", headers=JSON)

    seat.refresh_from_db()
    assert plain.url == f"{door(session)}#place-{seat.pk}"
    assert again.json() == {"seat": seat.pk, "attendance": "came"}
    assert seat.attendance == Seat.Attendance.CAME
    tick(holder, session, seat, "")
    seat.refresh_from_db()
    assert seat.attendance == Seat.Attendance.UNKNOWN


def test_a_walk_in_needs_no_name_and_is_seated_once(holder, session):
    sent = {"name": "", "seats": 1, "form_key": str(uuid4())}

    first = holder.post(door(session, "sans-inscription"), sent, headers=JSON)
    second = holder.post(door(session, "sans-inscription"), sent, headers=JSON)

    booking = Booking.objects.get()
    assert first.json() == second.json()
    assert (booking.origin, seat_of(booking).attendance) == (Booking.Origin.DOOR, "came")


def test_a_full_session_lets_nobody_in_until_somebody_is_known_absent(holder, session):
    booking = book(session, seats=4)
    walk_in = {"name": "Théo", "seats": 1, "form_key": str(uuid4())}

    full = holder.post(door(session, "sans-inscription"), walk_in)
    absent = seat_of(booking)
    tick(holder, session, absent, "absent")
    room = holder.post(door(session, "sans-inscription"), walk_in)
    late = tick(holder, session, absent, "came", headers=JSON)

    assert full.status_code == 422
    assert "C’est complet" in full.text
    assert "Théo" in full.text
    assert room.status_code == 302
    assert late.status_code == 422
    assert "donnée à quelqu’un d’autre" in late.json()["refusal"]


def test_the_door_says_when_it_opens(holder):
    session = SessionFactory(starts_at=timezone.now() + timedelta(hours=5))
    seat = seat_of(book(session))

    page = holder.get(door(session)).text
    refused = tick(holder, session, seat, "came", headers=JSON)

    assert "L’émargement ouvre" in page
    assert "data-tick" not in page
    assert refused.status_code == 422
    assert "L’émargement ouvre" in refused.json()["refusal"]


def test_a_seat_given_back_meanwhile_is_said(holder, session):
    booking = book(session)
    seat = seat_of(booking)
    actions.cancel_booking(token=booking.token)

    assert "rendue" in tick(holder, session, seat, "came", headers=JSON).json()["refusal"]


def test_a_seat_of_another_session_is_not_ticked_here(holder, session):
    seat = seat_of(book(SessionFactory(starts_at=timezone.now() + timedelta(minutes=20))))

    assert tick(holder, session, seat, "came", headers=JSON).status_code == 422
    seat.refresh_from_db()
    assert seat.attendance == ""


def test_without_a_script_a_name_is_searched_in_the_address(holder, session):
    book(session)
    book(session, name="Rosa Delgado", email="rosa@exemple.fr")

    page = holder.get(door(session), {"q": "rosa"}).text

    assert "Rosa Delgado" in page
    assert "Amina Diallo" not in page


def test_the_number_of_a_booking_finds_its_people(holder, session):
    booking = book(session)

    assert "Amina Diallo" in holder.get(door(session), {"q": booking.number}).text
    assert booking.number in holder.get(door(session, "liste")).text
    assert booking.number in holder.get(booking.get_absolute_url()).text


def test_only_those_of_the_session_hold_its_door(client, session):
    seat = seat_of(book(session))
    mine = SessionFactory()
    leader = person_in(FACILITATORS)
    mine.workshop.facilitators.add(leader)

    assert "/connexion/" in client.get(door(session)).url
    for stranger in (leader, person_in(PRODUCERS), Person.objects.create_user("x@exemple.fr")):
        client.force_login(stranger)
        assert client.get(door(session)).status_code == 404
        assert client.get(door(session, "liste")).status_code == 404
        assert tick(client, session, seat, "came").status_code == 404
        walk_in = {"seats": 1, "form_key": str(uuid4())}
        assert client.post(door(session, "sans-inscription"), walk_in).status_code == 404
    session.workshop.facilitators.add(leader)
    client.force_login(leader)
    assert client.get(door(session)).status_code == 200
    assert tick(client, session, seat, "came").status_code == 302


def test_the_code_of_a_booking_ticks_its_seats_after_one_button(holder, session):
    booking = book(session, seats=2)
    address = f"/ateliers/porte/place/{booking.token}/"

    shown = holder.get(address)
    assert not booking.seats.filter(attendance="came").exists()
    holder.post(address)
    holder.post(address)

    assert "Noter la venue des 2" in shown.text
    assert booking.seats.filter(attendance="came").count() == 2
    assert "bienvenue" in holder.get(address).text


def test_the_code_says_to_its_owner_what_it_is_for(client, session):
    booking = book(session)
    address = f"/ateliers/porte/place/{booking.token}/"

    page = client.get(address)
    client.post(address)

    assert page.status_code == 403
    assert "Ce code se montre à l’entrée" in page.text
    assert seat_of(booking).attendance == ""
    assert "Code à montrer" in client.get(booking.get_absolute_url()).text


def test_the_list_on_paper_has_a_line_for_each_place(holder, session):
    book(session, seats=2)

    page = holder.get(door(session, "liste")).text

    assert page.count('class="door-sheet__box"') == 4


def test_the_door_asks_as_few_questions_for_many_as_for_one(
    holder, session, django_assert_max_num_queries
):
    for rank in range(4):
        book(session, email=f"p{rank}@exemple.fr")

    with django_assert_max_num_queries(12):
        holder.get(door(session))
