"""The waiting list and its offers, as people meet them."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from tests.workshops.factories import SessionFactory, book, someone
from workshops.actions import (
    cancel_booking,
    cancel_session,
    change_turn,
    expire_offer,
    join_waiting_list,
    open_twin,
)
from workshops.models import Booking, Offer, WaitingEntry

pytestmark = pytest.mark.django_db


def wait(session, *, seats=1, name="Nour"):
    return join_waiting_list(
        session_id=session.pk, form_key=uuid4(), contact=someone(name=name), seats=seats
    )


def fill_in(**given):
    return {
        "seats": 1,
        "name": "Nour",
        "email": "nour@exemple.fr",
        "form_key": str(uuid4()),
    } | given


@pytest.fixture
def full():
    """A full session of two seats, its booking at hand."""
    session = SessionFactory(capacity=2)
    session.booking = book(session, seats=2)
    return session


def at(name, row):
    return reverse(f"workshops:{name}", args=[row.token])


def test_a_full_session_offers_to_wait_with_what_was_typed(client, full):
    answer = client.post(full.get_absolute_url(), fill_in(seats=2, name="Léa"))
    assert answer.status_code == 422
    assert "attendre une place" in answer.text
    assert 'value="Léa"' in answer.text

    page = client.post(reverse("workshops:wait", args=[full.pk]), fill_in(seats=2), follow=True)
    assert "Vous êtes en tête de la liste" in page.text
    assert WaitingEntry.objects.get().seats == 2


def test_the_turn_is_said_with_its_reason(client, full):
    wait(full, seats=2)
    wait(full, seats=1)
    third = wait(full)

    page = client.get(third.get_absolute_url()).text

    assert "Vous êtes 3e : vous avez demandé" in page.replace("\u202f", " ")
    assert "deux foyers attendent avant vous, pour 3 places" in page


def test_a_turn_changed_by_hand_is_shown_without_names(client, full):
    wait(full, name="Amina Diallo")
    second = wait(full, name="Nour")
    change_turn(entry_id=second.pk, turn=1, reason="Elle anime.", by=None)

    page = client.get(second.get_absolute_url()).text

    assert "Elle anime." in page
    assert "Amina" not in page


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"seats": 5}, "n’aura jamais autant de places"),
        ({"seats": 9}, "id_seats_error"),
        ({"email": "nour"}, "Cette adresse n’est pas complète"),
        ({"name": ""}, "à quel nom garder votre tour"),
    ],
)
def test_what_cannot_wait_is_said_beside_its_field(client, full, facts, said):
    answer = client.post(reverse("workshops:wait", args=[full.pk]), fill_in(**facts))

    assert answer.status_code == 422
    assert said in answer.text
    assert not WaitingEntry.objects.exists()


def test_nobody_waits_where_there_is_room_or_nothing_to_wait_for(client):
    free, off = SessionFactory(), SessionFactory(state="cancelled")

    room = client.post(reverse("workshops:wait", args=[free.pk]), fill_in())
    assert room.status_code == 422
    assert "Il reste des places pour vous" in room.text
    closed = client.post(reverse("workshops:wait", args=[off.pk]), fill_in())
    assert closed.status_code == 422
    assert client.post(reverse("workshops:wait", args=[9999]), fill_in()).status_code == 404


def test_leaving_and_coming_back_at_the_end(client, full):
    entry = wait(full)
    wait(full)

    assert client.get(at("leave", entry)).status_code == 405
    page = client.post(at("leave", entry), follow=True).text
    assert "Vous avez quitté la liste" in page
    page = client.post(at("wait_again", entry), follow=True).text
    assert "Vous êtes 2e" in page


def test_an_offer_is_accepted_with_names(client, full):
    wait(full, seats=2)
    cancel_booking(token=full.booking.token)
    offer = Offer.objects.get()

    page = client.get(offer.get_absolute_url()).text
    assert "2 places pour vous" in page
    assert "data-until=" in page
    answer = client.post(
        offer.get_absolute_url(),
        {"seats": 2, "who_2": "Ilyes", "access_needs": "une chaise"},
        follow=True,
    )

    assert "C’est réservé" in answer.text
    booking = Booking.objects.get(state="confirmed")
    assert booking.access_needs == "une chaise"
    assert client.get(offer.get_absolute_url()).url == booking.get_absolute_url()
    assert "Vous avez votre place" in client.get(offer.entry.get_absolute_url()).text


def test_an_offer_refuses_more_seats_and_a_child_alone(client, full):
    wait(full, seats=1)
    cancel_booking(token=full.booking.token)
    offer = Offer.objects.get()

    assert client.post(offer.get_absolute_url(), {"seats": 2}).status_code == 422
    child = client.post(offer.get_absolute_url(), {"seats": 1, "under_18_1": "on"})
    assert "quel adulte" in child.text
    assert offer.entry.session.count_seats_taken() == 1


def test_declining_takes_a_page_and_a_button(client, full):
    entry = wait(full)
    cancel_booking(token=full.booking.token)
    offer = Offer.objects.get()

    assert "Laisser la place" in client.get(at("decline", offer)).text
    assert Offer.objects.get().state == "pending"
    page = client.post(at("decline", offer), follow=True).text
    assert "Vous l’avez refusée" in page
    assert "Vous avez quitté la liste" in client.get(entry.get_absolute_url()).text


def test_an_offer_whose_hour_has_passed_says_so_even_before_the_sweeper(client, full):
    entry = wait(full)
    cancel_booking(token=full.booking.token)
    offer = Offer.objects.get()

    with time_machine.travel(offer.expires_at + timedelta(seconds=1), tick=False):
        assert "L’heure est passée" in client.get(offer.get_absolute_url()).text
        late = client.post(offer.get_absolute_url(), {"seats": 1})
        assert late.status_code == 422
        assert "Le temps de répondre est passé" in client.get(entry.get_absolute_url()).text
        expire_offer(offer_id=offer.pk)
        assert "faute de réponse" in client.get(entry.get_absolute_url()).text


def test_an_offer_of_a_session_called_off_is_gone(client, full):
    wait(full)
    cancel_booking(token=full.booking.token)
    cancel_session(session_id=full.pk, reason="Orage.", by=None)
    offer = Offer.objects.get()

    assert "La séance n’aura pas lieu" in client.get(offer.get_absolute_url()).text
    assert "La séance est annulée" in client.get(offer.entry.get_absolute_url()).text


def test_a_twins_offer_says_that_it_is_another_day(client, full):
    entry = wait(full)
    start = full.starts_at + timedelta(days=7)
    open_twin(session_id=full.pk, starts_at=start, ends_at=start + timedelta(hours=2), by=None)
    offer = Offer.objects.get()

    assert "Un autre jour que celui que vous attendiez" in client.get(offer.get_absolute_url()).text
    client.post(at("decline", offer))
    assert "Vous êtes en tête" in client.get(entry.get_absolute_url()).text


def test_near_the_start_a_free_seat_is_for_whoever_takes_it_and_the_list_is_told(client, full):
    """Until then it would be offered; from then on an offer would be read too late."""
    first = wait(full, name="Nour")
    with time_machine.travel(full.starts_at - timedelta(minutes=80), tick=False):
        cancel_booking(token=full.booking.token)
        assert not Offer.objects.exists()
        assert "nous ne proposons plus de place" in client.get(first.get_absolute_url()).text

        answer = client.post(full.get_absolute_url(), fill_in(name="Léa"))

    assert answer.status_code == 302
    assert Booking.objects.filter(name="Léa", state="confirmed").exists()


def test_unknown_links_are_not_found(client):
    for name in ("waiting", "offer", "decline"):
        assert client.get(reverse(f"workshops:{name}", args=["nope"])).status_code == 404


def test_waiting_and_offer_pages_stay_under_twelve_queries(
    client, full, django_assert_max_num_queries
):
    for _ in range(6):
        last = wait(full)
    with django_assert_max_num_queries(12):
        client.get(last.get_absolute_url())
    cancel_booking(token=full.booking.token)
    with django_assert_max_num_queries(12):
        client.get(Offer.objects.first().get_absolute_url())
