"""Reminders are rows: each kind at its hour, none stale, none twice, all of them moved with their session."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail

from commons.notices.models import Message
from commons.notices.tasks import sweep_messages
from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops import actions, letters
from workshops.rules.reminders import MORNING, TWO_DAYS, WEEK

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
START = datetime(2026, 3, 21, 14, 0, tzinfo=PARIS)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def session(clock):
    workshop = WorkshopFactory(reminds_week=True, reminds_two_days=True, reminds_morning=True)
    return SessionFactory(workshop=workshop, starts_at=START)


def reminders(state=Message.State.DUE):
    """Kind and hour of each reminder in a state."""
    rows = Message.objects.filter(kind=letters.REMINDER, state=state).order_by("due_at")
    return {row.key.rpartition(":")[2].rpartition("-")[0]: row.due_at for row in rows}


def subjects():
    sweep_messages()
    sent = [message.subject for message in mail.outbox]
    mail.outbox.clear()
    return [subject.partition("\u202f")[0] for subject in sent]


def test_each_kind_has_its_hour(session):
    book(session)
    assert reminders() == {
        WEEK: START - timedelta(days=7),
        TWO_DAYS: START - timedelta(hours=48),
        MORNING: START.replace(hour=7, minute=30),
    }


def test_a_workshop_chooses_its_kinds(clock):
    book(
        SessionFactory(
            workshop=WorkshopFactory(reminds_two_days=False, reminds_week=True), starts_at=START
        )
    )
    assert set(reminders()) == {WEEK}


@pytest.mark.parametrize(
    ("starts", "due"),
    [
        (datetime(2026, 3, 21, 8, 0, tzinfo=PARIS), datetime(2026, 3, 20, 18, 0, tzinfo=PARIS)),
        (datetime(2026, 3, 29, 10, 0, tzinfo=PARIS), datetime(2026, 3, 29, 7, 30, tzinfo=PARIS)),
    ],
    ids=[
        "what starts at dawn is said the evening before",
        "breakfast on the day the clocks change",
    ],
)
def test_the_morning_is_that_of_the_hall(clock, starts, due):
    workshop = WorkshopFactory(reminds_morning=True, reminds_two_days=False)
    book(SessionFactory(workshop=workshop, starts_at=starts))
    assert reminders() == {MORNING: due}


@pytest.mark.parametrize(
    ("before", "kinds"),
    [
        (timedelta(days=8), {WEEK, TWO_DAYS, MORNING}),
        (timedelta(days=7), {TWO_DAYS, MORNING}),
        (timedelta(hours=47), {MORNING}),
        (timedelta(hours=3), set()),
    ],
    ids=["8 days", "7 days", "47 hours", "3 hours"],
)
def test_who_books_late_gets_none_that_is_stale(session, clock, before, kinds):
    clock.move_to(START - before)
    book(session)
    assert set(reminders()) == kinds


def test_each_leaves_once(session, clock):
    book(session)
    assert subjects() == ["C’est réservé"]
    for hours in (168, 48, 6):
        clock.move_to(START - timedelta(hours=hours))
        assert subjects() == ["Bientôt"]
        assert subjects() == []


def test_a_moved_session_drops_the_old_and_writes_the_new(session, clock):
    booking = book(session)
    clock.move_to(START - timedelta(days=5))
    assert "Bientôt" in subjects()
    actions.move_session(
        session_id=session.pk,
        starts_at=START + timedelta(days=7),
        ends_at=START + timedelta(days=7, hours=2),
        place=session.place,
        by=None,
    )

    assert set(reminders(Message.State.DROPPED)) == {TWO_DAYS, MORNING}
    assert reminders()[WEEK] == START
    assert reminders()[TWO_DAYS] == START + timedelta(days=5)
    booking.refresh_from_db()
    assert booking.coming_at is None
    clock.move_to(START + timedelta(days=6))
    assert subjects().count("Bientôt") == 1


def test_after_a_long_silence_of_the_worker_one_reminder_is_enough(session, clock):
    book(session)
    subjects()
    clock.move_to(START - timedelta(hours=5))
    assert subjects() == ["Bientôt"]
    assert set(reminders(Message.State.DROPPED)) == {WEEK, TWO_DAYS}


def test_nobody_is_reminded_of_what_they_gave_back_or_of_what_has_begun(session, clock):
    booking = book(session)
    late = book(session, email="bo@exemple.fr")
    actions.cancel_booking(token=booking.token)
    clock.move_to(START + timedelta(minutes=1))
    assert "Bientôt" not in subjects()
    assert not reminders()
    assert late.is_confirmed
