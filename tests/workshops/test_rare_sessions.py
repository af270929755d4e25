"""Sessions out of the ordinary: with nobody in them, on the day the clocks change, elsewhere, too full."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from django.core import mail
from django.utils import timezone
from icalendar import Calendar

from commons.cms.spoken import say_hours
from commons.notices.models import Message
from commons.notices.tasks import sweep_messages
from commons.people.models import Person
from content.roles import WORKSHOP_LEADS
from tests.content.desk import person_in
from tests.workshops.factories import SessionFactory, WorkshopFactory, book, someone
from workshops import actions, impressions, letters, measures, tasks
from workshops.models import Offer, Session

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.mark.parametrize(
    "address",
    [
        "/gestion/snippets/workshops/session/",
        "/gestion/ateliers/seances/{pk}/",
        "/gestion/ateliers/seances/{pk}/annuler/",
        "/gestion/ateliers/seances/{pk}/ecrire/",
        "/gestion/ateliers/seances/{pk}/personnes.csv",
        "/gestion/ateliers/seances/{pk}/personnes.xlsx",
        "/ateliers/porte/{pk}/",
        "/ateliers/porte/{pk}/liste/",
        "/ateliers/seances/{pk}/",
    ],
)
def test_every_screen_of_a_session_opens_with_nobody_in_it(client, address):
    session = SessionFactory(starts_at=timezone.now() + timedelta(minutes=30))
    client.force_login(Person.objects.create_superuser("admin@exemple.fr"))

    assert client.get(address.format(pk=session.pk)).status_code == 200


def test_a_session_nobody_came_to_is_over_without_a_word():
    session = SessionFactory(starts_at=timezone.now() + timedelta(hours=1))

    with time_machine.travel(session.ends_at + timedelta(hours=3), tick=False):
        tasks.thank_people()
        tasks.close_lists()
        sweep_messages()
        days = {"start": session.starts_at.date(), "end": timezone.localdate() + timedelta(days=1)}

    assert mail.outbox == []
    assert measures.sessions_held(**days) == 1
    assert measures.seats_taken(**days) == measures.pairs_met(**days) == 0
    assert measures.seats_left_empty(**days) == measures.answers_given(**days) == 0
    assert impressions.of_workshop(session.workshop_id) is None


def test_calling_off_an_empty_session_tells_nobody():
    session = SessionFactory()

    actions.cancel_session(session_id=session.pk, reason="Orage", by=None)
    tasks.call_off_bookings()

    assert Session.objects.get().is_cancelled
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("day", "two_days_before"),
    [
        (datetime(2026, 10, 25, 10, 0, tzinfo=PARIS), 11),
        (datetime(2027, 3, 28, 10, 0, tzinfo=PARIS), 9),
    ],
    ids=["autumn", "spring"],
)
def test_on_the_day_the_clocks_change_ten_o_clock_is_ten_o_clock(client, day, two_days_before):
    """Reminders keep the hour of the wall, save the one that promises 48 hours."""
    with time_machine.travel(day - timedelta(days=20), tick=False):
        every_kind = {"reminds_week": True, "reminds_two_days": True, "reminds_morning": True}
        session = SessionFactory(workshop=WorkshopFactory(**every_kind), starts_at=day)
        booking = book(session)
        page = client.get(session.get_absolute_url()).text
        sweep_messages()
        file = client.get(f"{booking.get_absolute_url()}atelier.ics").content

    for words in (page, mail.outbox[0].body):
        assert say_hours(time(10), time(12)) in words
    ical = Calendar.from_ical(file)
    vobject.icalendar.registerTzid("Europe/Paris", None)  # it keeps the rules of earlier files
    starts = {
        ical.walk("VEVENT")[0].decoded("dtstart"),
        vobject.readOne(file.decode()).vevent.dtstart.value,
    }
    assert starts == {day}
    due = Message.objects.filter(kind=letters.REMINDER).order_by("due_at")
    assert [f"{timezone.localtime(row.due_at):%a %H:%M}" for row in due] == [
        "Sun 10:00",
        f"Fri {two_days_before:02}:00",
        "Sun 07:30",
    ]


def test_an_online_session_told_from_elsewhere_says_both_clocks(client):
    session = SessionFactory(
        place=None,
        online_url="https://salle.exemple.fr/42",
        zone="Indian/Reunion",
        starts_at=datetime(2027, 7, 4, 6, 0, tzinfo=UTC),
    )
    with time_machine.travel(session.starts_at - timedelta(days=9), tick=False):
        page = client.get(session.get_absolute_url()).text.replace("\xa0", "\u202f")

    assert "8\u202fh" in page  # the hall's
    assert "10\u202fh" in page
    assert "La Réunion" in page


def crowded():
    """Three households of a session that was made smaller than they are, behind the verbs' back."""
    session = SessionFactory(capacity=3)
    bookings = [book(session, email=f"p{number}@exemple.fr") for number in range(3)]
    actions.join_waiting_list(
        session_id=session.pk, form_key=uuid4(), contact=someone(name="Nour"), seats=1
    )
    Session.objects.update(capacity=2)
    return session, bookings


def test_nobody_is_thrown_out_and_no_offer_leaves_until_there_is_room_again():
    session, (first, second, third) = crowded()
    assert session.count_seats_taken() == 3

    actions.cancel_booking(token=first.token)  # two of two: still full
    assert not Offer.objects.exists()

    actions.cancel_booking(token=second.token)
    assert Offer.objects.get().entry.name == "Nour"
    third.refresh_from_db()
    assert third.is_confirmed


def test_the_desk_says_clearly_that_promised_places_are_not_taken_back(client):
    session, _bookings = crowded()
    client.force_login(person_in(WORKSHOP_LEADS))

    answer = client.post(f"/gestion/ateliers/seances/{session.pk}/places/", {"capacity": 1})

    assert answer.status_code == 422
    assert "3 places sont promises" in answer.text
    assert Session.objects.get().capacity == 2
