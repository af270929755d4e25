"""The page of a booking: paid, kept, changed, given back."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from commons.payments import provider
from commons.payments.actions import settle_intent
from commons.payments.models import Payment, Refund
from tests.workshops.factories import SessionFactory, WorkshopFactory, book, someone
from workshops.actions import add_seats, book_seats, call_off_booking, cancel_session
from workshops.models import Booking, Seat, Session
from workshops.parties import SeatWish, unnamed
from workshops.refusals import GuardianMissingError

pytestmark = pytest.mark.django_db


def paid_session(**facts):
    workshop = WorkshopFactory(price_kind="fixed", price_cents=1200, paid_where="online")
    return SessionFactory(workshop=workshop, **facts)


def intent_of(booking):
    return provider.read_intent(Payment.objects.get(subject_id=booking.pk).provider_ref)


def pay(client, booking, stand_in):
    client.get(booking.get_absolute_url())
    stand_in.pay(intent_of(booking).ref)


def at(name, booking, *more):
    return reverse(f"workshops:{name}", args=[booking.token, *more])


def test_held_seats_ask_for_a_card_and_say_until_when(client, stand_in):
    booking = book(paid_session(), seats=2)

    page = client.get(booking.get_absolute_url())

    assert "Vos places sont gardées jusqu’à" in page.text
    assert "data-until=" in page.text
    assert intent_of(booking).amount_cents == 2400
    assert stand_in.url in page.headers["Content-Security-Policy"]


def test_the_return_waits_for_the_bank_and_the_event_confirms(client, stand_in):
    booking = book(paid_session())
    pay(client, booking, stand_in)

    assert "Nous attendons le mot de la banque" in client.get(booking.get_absolute_url()).text
    assert client.get(at("booking_news", booking)).status_code == 204

    settle_intent(intent_of(booking))
    assert client.get(at("booking_news", booking)).headers["HX-Refresh"] == "true"
    assert "C’est réservé" in client.get(booking.get_absolute_url()).text


def test_a_provider_that_is_away_costs_a_sentence_not_the_seats(client, settings):
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    booking = book(paid_session())

    answer = client.get(booking.get_absolute_url())

    assert answer.status_code == 503
    assert "Rien n’a été débité" in answer.text


def test_who_gives_up_frees_the_seats_at_once(client, stand_in):
    booking = book(paid_session(capacity=1))
    client.get(booking.get_absolute_url())

    answer = client.post(at("give_up", booking))

    assert answer.url == booking.session.get_absolute_url()
    assert booking.session.count_seats_taken() == 0


def test_the_time_to_pay_passes(client):
    booking = book(paid_session())

    with time_machine.travel(booking.expires_at + timedelta(seconds=1), tick=False):
        assert "Le temps de payer est passé" in client.get(booking.get_absolute_url()).text


def test_paid_too_late_is_paid_back_and_said(client, stand_in):
    session = paid_session(capacity=1)
    booking = book(session)
    pay(client, booking, stand_in)
    with time_machine.travel(booking.expires_at + timedelta(minutes=1), tick=False):
        book_seats(session_id=session.pk, form_key=uuid4(), contact=someone(), party=unnamed(1))
        settle_intent(intent_of(booking))
        page = client.get(booking.get_absolute_url()).text

    assert "Votre paiement est arrivé trop tard" in page
    assert Refund.objects.get().amount_cents == 1200


def test_one_seat_of_two_is_given_back_after_its_terms_were_said(client, stand_in):
    booking = book(paid_session(), seats=2)
    pay(client, booking, stand_in)
    settle_intent(intent_of(booking))
    seat = booking.seats.last()

    page = client.get(at("give_back", booking, seat.pk)).text
    assert "12 € vous sont remboursés" in page.replace("\u202f", " ").replace("\xa0", " ")
    client.post(at("give_back", booking, seat.pk))

    assert booking.session.count_seats_taken() == 1
    assert Refund.objects.get().amount_cents == 1200


def test_too_late_to_be_paid_back_is_said_before_the_button(client, stand_in):
    booking = book(paid_session(starts_at=timezone.now() + timedelta(hours=20)))
    pay(client, booking, stand_in)
    settle_intent(intent_of(booking))

    assert "ne sont plus remboursés" in client.get(at("cancel", booking)).text
    client.post(at("cancel", booking))
    assert not Refund.objects.exists()


def test_a_seat_gets_another_name(client):
    booking = book(SessionFactory(), seats=2)
    seat = booking.seats.last()

    client.post(at("rename_seat", booking, seat.pk), {"name": "Ilyes"})

    assert "Ilyes" in client.get(booking.get_absolute_url()).text


def test_somebody_elses_seat_is_not_found(client):
    mine, theirs = book(SessionFactory()), book(SessionFactory())

    for name in ("rename_seat", "give_back"):
        assert client.post(at(name, mine, theirs.seats.get().pk), {"name": "x"}).status_code in (
            302,
            404,
        )
    assert theirs.seats.get().released_at is None
    assert theirs.seats.get().name == ""


def test_seats_are_added_while_there_are_some(client):
    booking = book(SessionFactory(capacity=3))

    assert "jusqu’à 2 places" in client.get(at("add_seats", booking)).text
    too_many = client.post(at("add_seats", booking), {"seats": 3})
    assert too_many.status_code == 422
    assert "Il ne reste que 2 places" in too_many.text
    client.post(at("add_seats", booking), {"seats": 1, "who_1": "Ilyes"})

    assert [seat.who for seat in booking.seats.all()] == ["Amina Diallo", "Ilyes"]


def test_an_added_child_needs_an_adult_too(client):
    booking = book(SessionFactory())

    with pytest.raises(GuardianMissingError):
        add_seats(token=booking.token, party=[SeatWish(under_18=True)])
    assert (
        client.post(at("add_seats", booking), {"seats": 1, "under_18_1": "on"}).status_code == 422
    )
    client.post(at("add_seats", booking), {"seats": 1, "under_18_1": "on", "guardian": "Amina"})

    booking.refresh_from_db()
    assert (booking.seats.count(), booking.guardian) == (2, "Amina")


def test_seats_paid_online_are_not_added_but_booked_anew(client, stand_in):
    booking = book(paid_session())
    pay(client, booking, stand_in)
    settle_intent(intent_of(booking))

    assert client.get(at("add_seats", booking)).status_code == 302
    assert "Réserver une place de plus" in client.get(booking.get_absolute_url()).text


def test_a_link_in_a_mail_changes_nothing_until_its_button_is_pressed(client):
    booking = book(SessionFactory())

    assert "Je viens" in client.get(at("coming", booking)).text
    booking.refresh_from_db()
    assert booking.coming_at is None

    page = client.post(at("coming", booking), follow=True).text
    assert "vous nous avez dit que vous venez" in page.lower()
    assert client.get(at("coming", booking)).status_code == 302


def test_a_session_called_off_says_so_on_the_booking(client):
    booking = book(SessionFactory())
    Booking.objects.filter(pk=booking.pk).update(state="cancelled")
    booking.session.state, booking.session.cancelled_because = "cancelled", "Orage."
    booking.session.save()

    page = client.get(booking.get_absolute_url()).text

    assert "La séance est annulée" in page
    assert "Orage." in page
    assert "remboursés" not in page


def test_what_was_paid_for_a_session_called_off_is_said_to_come_back(client, stand_in):
    booking = book(paid_session(), seats=2)
    pay(client, booking, stand_in)
    settle_intent(intent_of(booking))
    cancel_session(session_id=booking.session_id, reason="Orage.", by=None)
    call_off_booking(booking_id=booking.pk)

    page = client.get(booking.get_absolute_url()).text

    assert "24\N{NARROW NO-BREAK SPACE}€ vous sont remboursés sur la même carte" in page


@pytest.mark.parametrize("seats", [1, 6])
def test_a_booking_page_stays_under_twelve_queries(client, seats, django_assert_max_num_queries):
    booking = book(SessionFactory(), seats=seats)
    assert Seat.objects.count() == seats

    with django_assert_max_num_queries(12):
        client.get(booking.get_absolute_url())


def test_once_it_is_over_a_booking_offers_nothing_more_to_do(client):
    booking = book(SessionFactory())
    a_week_ago = timezone.now() - timedelta(days=7)
    Session.objects.update(starts_at=a_week_ago, ends_at=a_week_ago + timedelta(hours=2))

    page = client.get(booking.get_absolute_url()).text
    of_its_session = client.get(booking.session.get_absolute_url()).text

    assert "Cette séance a eu lieu" in page
    assert "Code à montrer" not in page
    assert "Ajouter à mon agenda" not in page
    assert "Cette séance a eu lieu" in of_its_session
    assert "Encore" not in of_its_session
