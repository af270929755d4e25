"""The agenda as a list, as a calendar and as a file, with the same words to choose by."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar

from commons.agenda import Audience
from content.agenda import read_month
from tests.market.factories import MarketDayFactory
from tests.workshops.factories import PlaceFactory, SessionFactory, WorkshopFactory

pytestmark = pytest.mark.usefixtures("site_pages")

PARIS = ZoneInfo("Europe/Paris")
NAMES = ("Bouturer", "Goûter au jardin", "Réparer")


@pytest.fixture
def sessions(site_pages):
    garden, hall = PlaceFactory(name="Le jardin du Fournil"), PlaceFactory(name="La halle")
    SessionFactory(workshop__name_fr="Bouturer", place=garden)
    SessionFactory(
        workshop=WorkshopFactory(name_fr="Goûter au jardin", audience=Audience.FAMILIES),
        place=garden,
    )
    SessionFactory(
        workshop=WorkshopFactory(name_fr="Réparer", audience=Audience.BEGINNERS), place=hall
    )


CHOICES = [
    ("", set(NAMES)),
    ("?quoi=marche", set()),
    ("?ou=le-jardin-du-fournil", {"Bouturer", "Goûter au jardin"}),
    ("?pour=familles", {"Goûter au jardin"}),
    ("?quoi=ateliers&ou=la-halle&pour=debut", {"Réparer"}),
    ("?pour=nimporte", set(NAMES)),
    ("?ou=ailleurs", set()),
]


@pytest.mark.parametrize(("query", "names"), CHOICES)
@pytest.mark.usefixtures("sessions")
def test_list_calendar_and_file_choose_with_the_same_words(client, query, names):
    month = f"{timezone.localdate() + timedelta(days=7):%Y-%m}"
    joined = f"{query}{'&' if query else '?'}mois={month}"
    calendar = Calendar.from_ical(client.get(f"/agenda.ics{query}").content)

    listed = client.get(f"/agenda/{query}").text
    drawn = client.get(f"/agenda/{joined}").text

    assert {name for name in NAMES if name in listed} == names
    assert {name for name in NAMES if name in drawn} == names
    assert {str(event["summary"]) for event in calendar.walk("VEVENT")} == names


@pytest.mark.usefixtures("sessions")
def test_the_page_gives_the_calendar_file_of_what_is_chosen(client):
    words = client.get("/agenda/?quoi=ateliers&pour=familles").text
    assert "/agenda.ics?quoi=ateliers&amp;pour=familles" in words


def test_the_file_says_its_time_zone_and_keeps_its_names(client):
    session = SessionFactory(starts_at=timezone.now() + timedelta(days=3))
    before = Calendar.from_ical(client.get("/agenda.ics").content)
    session.starts_at += timedelta(hours=1)
    session.save()
    after = Calendar.from_ical(client.get("/agenda.ics").content)

    assert [str(zone["tzid"]) for zone in before.walk("VTIMEZONE")] == ["Europe/Paris"]
    first, second = before.walk("VEVENT")[0], after.walk("VEVENT")[0]
    assert first["uid"] == second["uid"]
    assert second["dtstart"].dt - first["dtstart"].dt == timedelta(hours=1)
    assert second["dtstart"].params["TZID"] == "Europe/Paris"


def test_a_month_has_whole_weeks_and_knows_today():
    now = datetime(2026, 3, 14, 12, tzinfo=PARIS)
    month = read_month({"mois": "2026-03"}, now=now)
    days = [day for week in month.weeks for day in week]
    assert {len(week) for week in month.weeks} == {7}
    assert days[0].date.isoweekday() == 1
    assert [day.date.isoformat() for day in days if day.is_today] == ["2026-03-14"]
    assert sum(not day.is_outside for day in days) == 31
    assert (month.before, month.after) == ("?mois=2026-02", "?mois=2026-04")


@pytest.mark.parametrize("word", ["", "2026-13", "hier", "1999-01", "9999-12", "2026-3-4"])
def test_a_month_that_cannot_be_shown_is_read_as_this_one(client, word):
    answer = client.get(f"/agenda/?mois={word}")
    assert answer.status_code == 200
    assert "month__today" in answer.text


def test_a_month_shows_what_the_edges_of_its_days_hold(client):
    late = datetime(2026, 3, 31, 23, 30, tzinfo=PARIS)
    session = SessionFactory(starts_at=late, workshop__name_fr="Nuit des semis")
    month = read_month({"mois": "2026-03"}, now=datetime(2026, 3, 1, tzinfo=PARIS))
    held = {day.date.day: day.entries for week in month.weeks for day in week if day.entries}
    assert [entry.title for entry in held[31]] == [session.workshop.name]


def test_an_empty_month_invites(client):
    assert "Rien n’est encore prévu" in client.get("/agenda/?mois=2026-03").text
    assert "Voir tout l’agenda" in client.get("/agenda/?mois=2026-03&quoi=marche").text


@pytest.mark.parametrize("sessions", [2, 40])
def test_the_calendar_asks_few_questions(client, django_assert_max_num_queries, sessions):
    MarketDayFactory()
    for _ in range(sessions):
        SessionFactory()
    for address in ("/agenda/?mois=", "/agenda/", "/agenda.ics"):
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)
