"""What people are asked, and what they hear when it cannot be."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops.actions import cancel_session, move_session
from workshops.models import Answer, Booking, Cycle, PriceTier, Question, Seat, Session

pytestmark = pytest.mark.django_db


def fill_in(**given):
    return {
        "seats": 1,
        "name": "Nour",
        "email": "nour@exemple.fr",
        "form_key": str(uuid4()),
    } | given


def post(client, session, **given):
    return client.post(session.get_absolute_url(), fill_in(**given))


def tiers_session():
    workshop = WorkshopFactory(price_kind="tiers")
    for name, cents in (("Solidaire", 0), ("Juste", 800), ("Soutien", 1500)):
        PriceTier.objects.create(workshop=workshop, name_fr=name, cents=cents)
    return SessionFactory(workshop=workshop)


def test_each_seat_has_its_name_and_its_age(client):
    session = SessionFactory()

    post(client, session, seats=2, who_2="Ilyes", under_18_2="on", guardian="Nour")

    first, second = Seat.objects.all()
    assert (first.who, second.who) == ("Nour", "Ilyes")
    assert (first.under_18, second.under_18) == (False, True)
    assert Booking.objects.get().guardian == "Nour"


def test_a_child_needs_an_adult_who_answers_for_them(client):
    session = SessionFactory()

    answer = post(client, session, under_18_1="on", who_1="Ilyes")

    assert answer.status_code == 422
    assert "quel adulte répond des moins de 18 ans" in answer.text
    assert 'value="Ilyes"' in answer.text
    assert not Booking.objects.exists()


def test_more_rows_come_without_checking_what_is_typed(client):
    session = SessionFactory()

    answer = post(client, session, seats=3, name="", who_1="Léa", refresh="1")

    assert answer.status_code == 200
    assert answer.text.count('class="seat-row"') == 3
    assert 'value="Léa"' in answer.text
    assert "errors stack" not in answer.text
    assert client.get(f"{session.get_absolute_url()}?places=2").text.count("seat-row") == 2


def test_a_free_price_is_chosen_seat_by_seat(client):
    workshop = WorkshopFactory(price_kind="free-choice", price_cents=650)
    session = SessionFactory(workshop=workshop)

    assert 'value="6,50"' in client.get(session.get_absolute_url()).text
    post(client, session, seats=2, price_1="7,50", price_2="0")

    assert list(Seat.objects.values_list("price_cents", flat=True)) == [750, 0]


@pytest.mark.parametrize("price", ["", "-1", "beaucoup", "5000"])
def test_a_price_that_is_none_is_said_beside_it(client, price):
    workshop = WorkshopFactory(price_kind="free-choice", price_cents=600)

    answer = post(client, SessionFactory(workshop=workshop), price_1=price)

    assert answer.status_code == 422
    assert 'id="id_price_1_error"' in answer.text
    assert not Booking.objects.exists()


def test_tiers_are_chosen_freely_and_nobody_asks_why(client):
    session = tiers_session()

    page = client.get(session.get_absolute_url()).text
    assert "Solidaire" in page
    assert "ne voit jamais votre choix" in page
    post(client, session, price_1="0")

    assert Seat.objects.get().price_cents == 0


@pytest.mark.parametrize("price", ["", "300"])
def test_a_tier_must_be_one_of_those_proposed(client, price):
    answer = post(client, tiers_session(), price_1=price)

    assert answer.status_code == 422
    assert not Booking.objects.exists()


def test_a_workshop_asks_its_own_questions(client):
    session = SessionFactory()
    must = Question.objects.create(
        workshop=session.workshop, text_fr="Votre pointure ?", required=True
    )
    asks = Question.objects.create(
        workshop=session.workshop, text_fr="Avez-vous un vélo ?", kind="yes-no"
    )

    assert post(client, session).status_code == 422
    post(client, session, **{f"question_{must.pk}": "39", f"question_{asks.pk}": "oui"})

    assert list(Answer.objects.values_list("text", flat=True)) == ["39", "oui"]


def test_the_same_form_sent_twice_leads_to_the_same_booking(client):
    session, key = SessionFactory(), str(uuid4())

    first, second = (post(client, session, form_key=key) for _ in range(2))

    assert first.url == second.url
    assert Booking.objects.count() == 1


def test_a_party_larger_than_what_is_left_may_wait_together(client):
    session = SessionFactory(capacity=3)
    book(session, seats=2)

    answer = post(client, session, seats=2)

    assert answer.status_code == 422
    assert "Il ne reste qu’une place" in answer.text
    assert f"{reverse('workshops:wait', args=[session.pk])}?places=2" in answer.text


def test_a_signed_in_person_need_not_type_again(client, django_user_model):
    person = django_user_model.objects.create_user(
        "lea@exemple.fr", first_name="Léa", last_name="Roy", phone="01 99 00 00 00"
    )
    client.force_login(person)
    session = SessionFactory()

    page = client.get(session.get_absolute_url()).text
    post(client, session)

    assert 'value="Léa Roy"' in page
    assert Booking.objects.get().person == person


def test_a_drop_in_has_no_form(client):
    session = SessionFactory(workshop=WorkshopFactory(kind="drop-in", takes_bookings=False))

    assert "Venez sans prévenir" in client.get(session.get_absolute_url()).text
    answer = post(client, session)
    assert answer.status_code == 422
    assert not Booking.objects.exists()


def test_a_cancelled_session_says_why(client):
    session = SessionFactory()
    cancel_session(session_id=session.pk, reason="Le four est en panne.", by=None)

    page = client.get(session.get_absolute_url()).text

    assert "Cette séance est annulée" in page
    assert "Le four est en panne." in page
    assert "Réserver ma place" not in page


def test_the_adult_is_asked_for_with_whatever_else_is_missing(client):
    session = SessionFactory()

    answer = client.post(
        session.get_absolute_url(),
        {"seats": "1", "under_18_1": "on", "name": "", "email": "", "form_key": uuid4()},
    )

    assert "quel adulte répond des moins de 18 ans" in answer.text
    assert "à quel nom réserver" in answer.text


def test_a_moved_session_says_so(client):
    session = SessionFactory()
    later = session.starts_at + timedelta(days=1)
    move_session(
        session_id=session.pk,
        starts_at=later,
        ends_at=later + timedelta(hours=2),
        place=session.place,
        by=None,
    )

    assert "Cette séance a été déplacée" in client.get(session.get_absolute_url()).text


def test_the_link_of_an_online_session_is_told_to_those_booked_alone(client):
    session = SessionFactory(
        place=None, online_url="https://visio.example/secret", zone="Indian/Reunion"
    )

    page = client.get(session.get_absolute_url()).text
    assert "visio.example" not in page
    assert "Là-bas (La Réunion)" in page
    assert "visio.example" in client.get(book(session).get_absolute_url()).text


def cycle_of(*capacities, booked="whole"):
    workshop = WorkshopFactory()
    cycle = Cycle.objects.create(workshop=workshop, name_fr="Le levain", booked=booked)
    first = SessionFactory(workshop=workshop, cycle=cycle, capacity=capacities[0])
    for number, capacity in enumerate(capacities[1:], start=1):
        start = first.starts_at + timedelta(weeks=number)
        SessionFactory(
            workshop=workshop, place=first.place, cycle=cycle, capacity=capacity,
            starts_at=start, ends_at=start + timedelta(hours=2),
        )  # fmt: skip
    return cycle


def test_a_cycle_is_booked_whole_and_its_page_lists_its_dates(client):
    cycle = cycle_of(4, 4, 4)
    address = reverse("workshops:cycle", args=[cycle.pk])

    answer = client.post(address, fill_in(seats=2), follow=True)

    assert Booking.objects.count() == 3
    assert "Les autres séances du cycle" in answer.text
    assert client.get(f"{answer.redirect_chain[-1][0]}atelier.ics").text.count("BEGIN:VEVENT") == 3


def test_one_full_session_stops_the_whole_cycle_and_is_named(client):
    cycle = cycle_of(4, 1, 4)
    full = cycle.sessions.get(capacity=1)

    answer = client.post(reverse("workshops:cycle", args=[cycle.pk]), fill_in(seats=2))

    assert answer.status_code == 422
    assert "n’a plus qu’une place" in answer.text
    assert "Le cycle se réserve en entier ou pas du tout" in answer.text
    assert not Booking.objects.exists()
    cycle.booked = Cycle.Booked.EITHER
    cycle.save()
    book(full)
    assert "est complète" in client.get(reverse("workshops:cycle", args=[cycle.pk])).text


@pytest.mark.parametrize(
    ("booked", "by_one", "whole"), [("whole", 422, 302), ("by-session", 302, 422)]
)
def test_a_cycle_is_booked_the_way_it_says(client, booked, by_one, whole):
    cycle = cycle_of(4, 4, booked=booked)
    session = Session.objects.filter(cycle=cycle).first()

    assert post(client, session).status_code == by_one
    answer = client.post(reverse("workshops:cycle", args=[cycle.pk]), fill_in())
    assert answer.status_code == whole


def test_a_started_session_is_closed(client):
    session = SessionFactory(starts_at=timezone.now() - timedelta(minutes=5))

    assert "Cette séance a commencé" in client.get(session.get_absolute_url()).text
    assert post(client, session).status_code == 422


@pytest.mark.parametrize("kind", ["free", "tiers"])
def test_session_and_cycle_pages_stay_under_twelve_queries(
    client, site_pages, kind, django_assert_max_num_queries
):
    cycle = cycle_of(1, 4, 4, booked="either")
    cycle.workshop.price_kind = kind
    cycle.workshop.save()
    full = cycle.sessions.order_by("starts_at").first()
    if kind == "free":
        book(full)
    client.get(full.get_absolute_url())
    for address in (full.get_absolute_url(), reverse("workshops:cycle", args=[cycle.pk])):
        with django_assert_max_num_queries(12):
            client.get(address)
