"""What volunteers do to a session from its screen, and who may."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from commons.notices.models import Message
from commons.payments import provider
from commons.payments.actions import settle_intent
from commons.payments.models import Payment
from commons.payments.tasks import sweep_payments
from commons.people.models import Person
from content.roles import FACILITATORS, FRONT_DESK, WORKSHOP_LEADS
from tests.content.desk import person_in
from tests.workshops.factories import CycleFactory, SessionFactory, WorkshopFactory, book, someone
from workshops import actions, waiting
from workshops.models import Booking, LogLine, Session, WaitingEntry
from workshops.parties import unnamed
from workshops.tasks import call_off_bookings

pytestmark = pytest.mark.django_db

VERBS = ("deplacer", "places", "annuler", "jumelle", "dupliquer", "inscrire", "ecrire")


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def lead(client):
    client.force_login(person_in(WORKSHOP_LEADS))
    return client


def screen(session, verb=""):
    return (
        f"/gestion/ateliers/seances/{session.pk}/{verb}/"
        if verb
        else (f"/gestion/ateliers/seances/{session.pk}/")
    )


def clock(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def wait(session, *, seats=2, name="Paul Escoffier"):
    return actions.join_waiting_list(
        session_id=session.pk,
        form_key=uuid4(),
        contact=someone(name=name, email="paul@exemple.fr"),
        seats=seats,
    )


def full_session(**known):
    session = SessionFactory(capacity=2, **known)
    book(session, seats=2)
    return session


def test_the_screen_shows_people_the_list_and_the_log(lead):
    session = full_session()
    wait(session)

    page = lead.get(screen(session)).text

    assert "Amina Diallo" in page
    assert "Paul Escoffier" in page
    assert "Rien n’a changé" in page


def test_a_session_is_moved_and_its_people_told(lead):
    session = SessionFactory()
    book(session)
    starts = session.starts_at + timedelta(days=1)

    answer = lead.post(
        screen(session, "deplacer"),
        {
            "starts_at": clock(starts),
            "ends_at": clock(starts + timedelta(hours=2)),
            "place": session.place_id,
        },
    )

    session.refresh_from_db()
    assert answer.status_code == 302
    assert clock(session.starts_at) == clock(starts)
    assert session.log.get().kind == LogLine.Kind.MOVED
    assert Message.objects.filter(kind="workshops.moved").count() == 1


def test_a_past_date_is_refused_beside_the_field_and_nothing_typed_is_lost(lead):
    session = SessionFactory()
    past = timezone.now() - timedelta(days=2)

    answer = lead.post(
        screen(session, "deplacer"),
        {
            "starts_at": clock(past),
            "ends_at": clock(past + timedelta(hours=1)),
            "place": session.place_id,
        },
    )

    assert answer.status_code == 422
    assert "Cette date ne va pas" in answer.text
    assert clock(past) in answer.text


def test_capacity_never_goes_under_what_is_promised_nor_over_what_the_place_holds(lead):
    session = SessionFactory(capacity=10, place__seats_limit=12)
    book(session, seats=5)
    url = screen(session, "places")

    under = lead.post(url, {"capacity": 4})
    over = lead.post(url, {"capacity": 13})
    right = lead.post(url, {"capacity": 12})

    session.refresh_from_db()
    assert (under.status_code, over.status_code, right.status_code) == (422, 422, 302)
    assert "on ne les reprend pas" in under.text
    assert "Pas plus de 12 places" in over.text
    assert session.capacity == 12


def test_calling_off_asks_twice_and_says_what_follows(lead, django_capture_on_commit_callbacks):
    session = SessionFactory()
    booking = book(session)
    url = screen(session, "annuler")

    asked = lead.get(url).text
    once = lead.post(url, {"reason": "La cuisine est inondée."})
    with django_capture_on_commit_callbacks(execute=True):
        twice = lead.post(url, {"reason": "La cuisine est inondée.", "meant": "on"})

    session.refresh_from_db()
    booking.refresh_from_db()
    assert "1 foyer inscrit reçoit un message" in asked
    assert "rien à rembourser" in asked
    assert (once.status_code, twice.status_code) == (422, 302)
    assert session.is_cancelled
    assert session.cancelled_because == "La cuisine est inondée."


def test_calling_off_pays_cards_back_at_the_provider(
    lead, stand_in, django_capture_on_commit_callbacks
):
    workshop = WorkshopFactory(price_kind="fixed", price_cents=1200, paid_where="online")
    session = SessionFactory(workshop=workshop)
    for seats in (1, 2):
        booking = book(session, seats=seats)
        lead.get(booking.get_absolute_url())
        intent_ref = Payment.objects.get(subject_id=booking.pk).provider_ref
        stand_in.pay(intent_ref)
        settle_intent(provider.read_intent(intent_ref))

    url = screen(session, "annuler")
    assert "36,00 € sont remboursés" in lead.get(url).text.replace("\xa0", " ")
    with django_capture_on_commit_callbacks(execute=True):
        lead.post(url, {"reason": "La cuisine est inondée.", "meant": "on"})
        call_off_bookings()
        call_off_bookings()  # the sweeper, after the task
    sweep_payments()

    refunds = stand_in.client.v1.refunds.list().data
    assert sorted(refund.amount for refund in refunds) == [1200, 2400]
    assert {refund.status for refund in refunds} == {"succeeded"}
    assert {booking.state for booking in session.bookings.all()} == {"cancelled"}
    assert session.count_seats_taken() == 0


def test_a_twin_is_proposed_a_week_later_and_offered_to_those_who_wait(lead):
    session = full_session()
    wait(session, seats=2)
    wait(session, seats=2, name="Rosa Delgado")
    url = screen(session, "jumelle")

    assert "Ouvrir une jumelle" in lead.get("/gestion/snippets/workshops/session/").text
    initial = lead.get(url).context["form"].initial
    answer = lead.post(
        url,
        {
            "starts_at": clock(initial["starts_at"]),
            "ends_at": clock(initial["ends_at"]),
            "place": session.place_id,
        },
    )

    twin = session.twins.get()
    assert answer.url == screen(twin)
    assert timezone.localdate(twin.starts_at) - timezone.localdate(session.starts_at) == timedelta(
        weeks=1
    )
    assert twin.offers.count() == 1


def test_a_turn_is_changed_with_a_reason_only(lead):
    session = full_session()
    wait(session)
    second = wait(session, name="Rosa Delgado")
    url = screen(session, f"attente/{second.pk}")

    without = lead.post(url, {"turn": 1, "reason": " "})
    with_one = lead.post(url, {"turn": 1, "reason": "Vient avec un proche déjà inscrit."})

    first = session.waiting.filter(state=WaitingEntry.State.WAITING).order_by("ordinal").first()
    assert (without.status_code, with_one.status_code) == (422, 302)
    assert first == second
    assert "Vient avec un proche" in session.log.get().words


def test_a_mail_to_all_is_read_again_before_it_leaves(lead):
    session = SessionFactory()
    book(session)
    book(session, email="rosa@exemple.fr")
    url, mail = screen(session, "ecrire"), {"subject": "Bottes", "words": "Il a plu."}

    preview = lead.post(url, mail)
    assert Message.objects.filter(kind="workshops.circular").count() == 0
    lead.post(url, {**mail, "send": "1"})

    assert "2 foyers le recevront" in preview.text
    assert set(Message.objects.filter(kind="workshops.circular").values_list("to", flat=True)) == {
        "amina@exemple.fr",
        "rosa@exemple.fr",
    }
    assert session.log.get().kind == LogLine.Kind.CIRCULAR


def test_a_session_is_made_again_on_another_date(lead):
    session = SessionFactory()
    book(session)
    url = screen(session, "dupliquer")
    initial = lead.get(url).context["form"].initial

    answer = lead.post(
        url,
        {
            "starts_at": clock(initial["starts_at"]),
            "ends_at": clock(initial["ends_at"]),
            "place": session.place_id,
        },
    )

    copy = Session.objects.exclude(pk=session.pk).get()
    assert answer.url == screen(copy)
    assert (copy.capacity, copy.bookings.count()) == (session.capacity, 0)


def test_a_booking_for_somebody_needs_their_agreement_and_no_address(lead):
    session = SessionFactory()
    url = screen(session, "inscrire")
    asked = {"name": "Suzanne Perrin", "seats": 2, "form_key": str(uuid4())}

    without = lead.post(url, asked)
    lead.post(url, {**asked, "agreed": "on"})
    lead.post(url, {**asked, "agreed": "on"})

    booking = Booking.objects.get()
    assert without.status_code == 422
    assert (booking.email, booking.origin) == ("", Booking.Origin.VOLUNTEER)
    assert booking.made_by is not None
    line = session.log.get()
    assert (line.kind, line.by) == (LogLine.Kind.BOOKED_FOR, booking.made_by)
    assert "Suzanne" not in line.words


def test_a_cycle_booked_for_somebody_is_in_the_log_of_each_session():
    cycle = CycleFactory(booked="whole")
    sessions = [SessionFactory(workshop=cycle.workshop, cycle=cycle) for _ in range(3)]
    volunteer = person_in(FRONT_DESK)

    actions.book_cycle(
        cycle_id=cycle.pk,
        form_key=uuid4(),
        contact=someone(made_by=volunteer),
        party=unnamed(2),
    )

    lines = LogLine.objects.filter(kind=LogLine.Kind.BOOKED_FOR, by=volunteer)
    assert {line.session_id for line in lines} == {session.pk for session in sessions}
    assert all("2 places" in line.words and "Amina" not in line.words for line in lines)


def test_a_booking_beyond_what_is_left_keeps_what_was_typed(lead):
    session = SessionFactory(capacity=1)

    answer = lead.post(
        screen(session, "inscrire"),
        {"name": "Suzanne Perrin", "seats": 2, "form_key": str(uuid4()), "agreed": "on"},
    )

    assert answer.status_code == 422
    assert "Il ne reste que 1 place" in answer.text
    assert "Suzanne Perrin" in answer.text


def test_files_hold_people_and_neutralise_formulas(lead):
    session = SessionFactory()
    book(session, name="=HYPERLINK(1)")

    text = b"".join(lead.get(screen(session) + "personnes.csv").streaming_content).decode()
    file = lead.get(screen(session) + "personnes.xlsx").content
    row = list(load_workbook(BytesIO(file)).active.values)[1]

    assert "'=HYPERLINK(1)" in text
    assert "amina@exemple.fr" in text
    assert row[0] == "'=HYPERLINK(1)"


def plan(workshop, place, **given):
    first = timezone.localdate() + timedelta(days=10)
    return {
        "workshop": workshop.pk,
        "place": place.pk,
        "first": first.isoformat(),
        "until": (first + timedelta(weeks=3)).isoformat(),
        "starts": "10:00",
        "ends": "12:00",
        "pattern": "weeks",
        "weeks": 1,
        "capacity": 8,
    } | given


def test_a_pattern_shows_its_dates_then_makes_those_that_are_kept(lead):
    workshop = WorkshopFactory()
    place = SessionFactory().place
    given = plan(workshop, place, cycle=CycleFactory(workshop=workshop).pk)

    preview = lead.post("/gestion/ateliers/planifier/", given)
    days = [day.isoformat() for day, *_rest in preview.context["dates"]]
    assert len(days) == 4
    assert workshop.sessions.count() == 0
    lead.post("/gestion/ateliers/planifier/", {**given, "plan": "1", "day": days[1:]})

    made = workshop.sessions.all()
    assert [timezone.localdate(session.starts_at).isoformat() for session in made] == days[1:]
    assert all(session.cycle_id and session.capacity == 8 for session in made)


def test_a_pattern_refuses_a_cycle_of_another_workshop_and_a_crowd(lead):
    workshop, place = WorkshopFactory(), SessionFactory().place

    other = lead.post(
        "/gestion/ateliers/planifier/", plan(workshop, place, cycle=CycleFactory().pk)
    )
    given = plan(workshop, place, capacity=40)
    crowd = lead.post(
        "/gestion/ateliers/planifier/", {**given, "plan": "1", "day": [given["first"]]}
    )

    assert "Ce cycle est d’un autre atelier" in other.text
    assert (other.status_code, crowd.status_code) == (422, 422)
    assert "Pas plus de 14 places" in crowd.text


@pytest.mark.parametrize("verb", VERBS)
def test_a_facilitator_changes_nothing(client, verb):
    session = SessionFactory()
    leader = person_in(FACILITATORS)
    session.workshop.facilitators.add(leader)
    client.force_login(leader)

    assert client.get(screen(session, verb)).status_code in (302, 403)
    client.post(screen(session, verb), {})
    assert not session.log.exists()


def test_a_facilitator_sees_their_own_people_without_addresses_or_prices(client):
    mine, other = SessionFactory(), SessionFactory(workshop__name_fr="Réparer son vélo")
    for session in (mine, other):
        session.workshop.price_kind, session.workshop.price_cents = "fixed", 1234
        session.workshop.save()
        book(session, access_needs="Vient en fauteuil")
    leader = person_in(FACILITATORS)
    mine.workshop.facilitators.add(leader)
    client.force_login(leader)

    board = client.get("/gestion/snippets/workshops/session/").text
    page = client.get(screen(mine)).text
    file = b"".join(client.get(screen(mine) + "personnes.csv").streaming_content).decode()

    assert "Tailler ses petits fruits" in board
    assert "Réparer son vélo" not in board.split("<tbody")[-1]
    for text in (page, file):
        assert "Amina Diallo" in text
        assert "Vient en fauteuil" in text
        assert "amina@exemple.fr" not in text
        assert "12,34" not in text
    for address in ("", "personnes.csv", "personnes.xlsx"):
        assert client.get(screen(other) + address).status_code == 404


def test_the_front_desk_books_for_others_and_changes_nothing_else(client):
    session = SessionFactory()
    client.force_login(person_in(FRONT_DESK))

    assert client.get(screen(session)).status_code == 200
    assert client.get(screen(session, "inscrire")).status_code == 200
    assert client.get(screen(session, "annuler")).status_code in (302, 403)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [({}, {"coming", "full"}), ({"when": "past"}, {"past"}), ({"full": "waiting"}, {"full"})],
)
def test_the_board_is_filtered(lead, chosen, found):
    SessionFactory(workshop__name_fr="coming")
    wait(full_session(workshop__name_fr="full"))
    past = timezone.now() - timedelta(days=3)
    SessionFactory(workshop__name_fr="past", starts_at=past)

    rows = lead.get("/gestion/snippets/workshops/session/", chosen).context["object_list"]

    assert {row.workshop.name_fr for row in rows} == found


@pytest.mark.parametrize("rows", [1, 12])
def test_the_board_and_a_screen_ask_few_questions(lead, rows, django_assert_max_num_queries):
    sessions = [full_session() for _rank in range(rows)]
    for rank in range(rows):
        wait(sessions[0], name=f"Foyer {rank}")
        actions.change_capacity(session_id=sessions[0].pk, capacity=3, by=None)
        actions.change_capacity(session_id=sessions[0].pk, capacity=2, by=None)
    lead.get("/gestion/snippets/workshops/session/")

    with django_assert_max_num_queries(12):
        lead.get("/gestion/snippets/workshops/session/")
    # Nine are the desk's own, for any of its screens: who asks, what they may do, and their menu.
    with django_assert_max_num_queries(12):
        lead.get(screen(sessions[0]))


def test_the_home_of_the_desk_says_what_waits(rf):
    session = full_session()
    wait(session, seats=2)
    wait(session, seats=2)
    now = timezone.now()

    cards = waiting.waiting_for(person_in(WORKSHOP_LEADS), now=now)
    nobody = waiting.waiting_for(Person.objects.create_user("x@exemple.fr"), now=now)

    assert [line.text for line in cards[1].lines] == [session.workshop.name]
    assert nobody == []
