"""Calendar files, read by two parsers that know nothing of each other: the house's feed and a person's own."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from allauth.account.models import EmailAddress
from django.utils import timezone
from icalendar import Calendar

from commons.calendars import CANCEL, calendar_file
from commons.people.actions import change_calendar_key
from commons.people.models import Person
from content.agenda.gathering import FEED_MEMORY
from market.models import MarketDay
from tests.market.factories import MarketDayFactory
from tests.workshops.factories import SessionFactory, WorkshopFactory, book, someone
from workshops import agenda
from workshops.actions import cancel_booking, cancel_session, join_waiting_list, move_session
from workshops.models.zones import ZONES

pytestmark = pytest.mark.django_db

SOON = timedelta(days=9)


def read(content):
    """The events of a file by UID, the same for both parsers, at the same moment."""
    calendar = Calendar.from_ical(content)
    for zone in calendar.walk("VTIMEZONE"):
        vobject.icalendar.registerTzid(str(zone["tzid"]), None)  # it keeps those of earlier files
    first = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    second = {
        event.uid.value: event
        for event in vobject.readOne(content.decode()).contents.get("vevent", [])
    }
    assert first.keys() == second.keys()
    for uid, event in first.items():
        twin = second[uid]
        for name in ("dtstart", "dtend"):
            read_here, read_there = event.decoded(name), twin.contents[name][0]
            assert read_here == read_there.value
            assert read_here.replace(tzinfo=None) == read_there.value.replace(tzinfo=None)
            zone_here = event[name].params.get("TZID")  # none where the clocks show UTC
            assert [zone_here] == read_there.params.get("X-VOBJ-ORIGINAL-TZID", [None])
        assert str(event["summary"]) == twin.summary.value
        assert str(event["status"]) == twin.status.value
        assert event["sequence"] == int(twin.sequence.value)
    return first


def the_event(content):
    (event,) = read(content).values()
    return event


def move(session, **changed):
    facts = {
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "place": session.place,
    } | changed
    return move_session(session_id=session.pk, by=None, **facts)


def test_an_empty_file_is_still_a_calendar(client):
    content = client.get("/agenda.ics?quoi=marche").content
    assert read(content) == {}
    assert str(Calendar.from_ical(content).walk("VTIMEZONE")[0]["tzid"]) == "Europe/Paris"


def test_a_moved_session_updates_its_one_event(client):
    session = SessionFactory(starts_at=timezone.now() + SOON)
    before = the_event(client.get("/agenda.ics").content)
    move(
        session,
        starts_at=session.starts_at + timedelta(days=1),
        ends_at=session.ends_at + timedelta(days=1),
    )
    after = the_event(client.get("/agenda.ics").content)

    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after.decoded("dtstart") - before.decoded("dtstart") == timedelta(days=1)


@pytest.mark.usefixtures("site_pages")
def test_a_session_called_off_stays_in_the_feed_for_a_while_and_leaves_the_page(client):
    session = SessionFactory(
        workshop=WorkshopFactory(name_fr="Bouturer"), starts_at=timezone.now() + SOON
    )
    cancel_session(session_id=session.pk, reason="Orage", by=None)

    event = the_event(client.get("/agenda.ics").content)
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
    assert "Bouturer" not in client.get("/agenda/").text
    with time_machine.travel(session.starts_at + FEED_MEMORY + timedelta(days=1)):
        assert read(client.get("/agenda.ics").content) == {}


def test_a_market_called_off_is_said_to_calendars(client):
    day = MarketDayFactory()
    MarketDay.objects.filter(pk=day.pk).update(state=MarketDay.State.CANCELLED)
    assert the_event(client.get("/agenda.ics").content)["status"] == "CANCELLED"


@pytest.mark.parametrize(
    ("start", "on_the_wall"),
    [
        (
            datetime(2026, 3, 29, 0, 0, tzinfo=UTC),
            timedelta(hours=5),
        ),  # the night that loses an hour
        (
            datetime(2026, 10, 24, 23, 0, tzinfo=UTC),
            timedelta(hours=3),
        ),  # the one that has it twice
    ],
    ids=["spring", "autumn"],
)
def test_hours_hold_when_the_clocks_change(start, on_the_wall):
    """Four hours across the change are four hours, whatever the clock on the wall says."""
    session = SessionFactory(starts_at=start, ends_at=start + timedelta(hours=4))
    event = the_event(calendar_file([agenda.entry_of(session)]))
    starts, ends = event.decoded("dtstart"), event.decoded("dtend")

    assert starts.astimezone(UTC) == start
    assert ends.astimezone(UTC) == start + timedelta(hours=4)
    assert ends.replace(tzinfo=None) - starts.replace(tzinfo=None) == on_the_wall


@pytest.mark.parametrize("zone", [zone for zone, _name in ZONES])
def test_both_sides_of_a_change_of_clocks_are_read_at_their_hour(zone):
    """A file of sessions from one autumn to the next: each month is read at its own offset."""
    middays = [datetime(2026, 10, 11, 10, 0, tzinfo=UTC) + timedelta(days=9 * n) for n in range(42)]
    sessions = [
        SessionFactory(zone=zone, starts_at=midday, ends_at=midday + timedelta(hours=2))
        for midday in middays
    ]

    events = read(calendar_file(agenda.entry_of(session) for session in sessions))

    read_at = [
        events[f"session-{session.pk}@halle-et-jardins"].decoded("dtstart") for session in sessions
    ]
    assert read_at == middays
    assert [at.utcoffset() for at in read_at] == [
        midday.astimezone(ZoneInfo(zone)).utcoffset() for midday in middays
    ]


def test_a_session_elsewhere_is_in_the_zone_of_its_place():
    session = SessionFactory(
        zone="Indian/Reunion", starts_at=datetime(2026, 7, 4, 6, 0, tzinfo=UTC)
    )
    event = the_event(calendar_file([agenda.entry_of(session)]))
    assert event["dtstart"].params["TZID"] == "Indian/Reunion"
    assert event.decoded("dtstart").hour == 10


def test_a_cancellation_says_so_twice():
    session = SessionFactory()
    content = calendar_file([agenda.entry_of(session)], method=CANCEL)
    assert Calendar.from_ical(content)["method"] == "CANCEL"
    assert the_event(content)["status"] == "CANCELLED"


@pytest.fixture
def amina():
    person = Person.objects.create_user("amina@exemple.fr", first_name="Amina")
    EmailAddress.objects.filter(user=person).update(verified=True)
    return person


@pytest.fixture
def own(client, amina):
    """Her calendar, as her phone fetches it."""
    secret = change_calendar_key(person_id=amina.pk).secret
    return lambda: client.get(f"/compte/agenda/{secret}.ics")


def test_it_gathers_her_seats_her_turns_and_nothing_else(own):
    booked, other, full = (SessionFactory(starts_at=timezone.now() + SOON) for _ in range(3))
    booking = book(booked)
    book(other, email="bo@exemple.fr")
    full.capacity = 1
    full.save()
    book(full, email="bo@exemple.fr")
    join_waiting_list(session_id=full.pk, form_key=uuid4(), contact=someone(), seats=1)

    events = read(own().content)

    assert {uid.partition("@")[0] for uid in events} == {
        f"session-{booked.pk}",
        f"session-{full.pk}",
    }
    assert events[f"session-{booked.pk}@halle-et-jardins"]["status"] == "CONFIRMED"
    assert booking.token in events[f"session-{booked.pk}@halle-et-jardins"]["description"]
    assert events[f"session-{full.pk}@halle-et-jardins"]["status"] == "TENTATIVE"


def test_it_follows_moves_cancellations_and_seats_given_back(own):
    kept, given_back = (SessionFactory(starts_at=timezone.now() + SOON) for _ in range(2))
    book(kept)
    gone = book(given_back)
    cancel_booking(token=gone.token)
    assert the_event(own().content)["sequence"] == 0

    cancel_session(session_id=kept.pk, reason="Orage", by=None)
    assert the_event(own().content)["status"] == "CANCELLED"


def test_the_link_of_an_online_session_is_in_her_calendar_and_not_in_the_houses(own, client):
    session = SessionFactory(
        place=None, online_url="https://salle.exemple.fr/42", starts_at=timezone.now() + SOON
    )
    book(session)
    assert b"salle.exemple.fr" in own().content.replace(b"\r\n ", b"")
    assert b"salle.exemple.fr" not in client.get("/agenda.ics").content.replace(b"\r\n ", b"")


def test_an_address_she_has_not_proven_opens_nobodys_bookings(own, amina):
    book(SessionFactory(starts_at=timezone.now() + SOON))
    EmailAddress.objects.filter(user=amina).update(verified=False)
    assert read(own().content) == {}


def test_nothing_keeps_or_lists_it(own):
    answer = own()
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"


def test_she_makes_its_address_and_changes_it(client, amina):
    client.force_login(amina)
    assert "Créer l’adresse de mon agenda" in client.get("/compte/").text

    client.post("/compte/agenda/")
    first = amina.calendar_key.secret
    assert f"/compte/agenda/{first}.ics" in client.get("/compte/").text
    client.post("/compte/agenda/")
    amina.calendar_key.refresh_from_db()

    assert client.get(f"/compte/agenda/{first}.ics").status_code == 404
    assert client.get(f"/compte/agenda/{amina.calendar_key.secret}.ics").status_code == 200


def test_its_address_is_changed_by_a_button_of_who_is_signed_in(client):
    assert client.post("/compte/agenda/").status_code == 302
    client.force_login(Person.objects.create_user("bo@exemple.fr"))
    assert client.get("/compte/agenda/").status_code == 405


def test_a_closed_account_has_no_calendar(own, amina):
    amina.is_active = False
    amina.save()
    assert own().status_code == 404


@pytest.mark.parametrize("sessions", [1, 20])
def test_it_asks_few_questions(own, sessions, django_assert_max_num_queries):
    for _ in range(sessions):
        book(SessionFactory(starts_at=timezone.now() + SOON))
    with django_assert_max_num_queries(12):
        own()
