"""Ten thousand reminders fall due at once, and the worker is killed twice in the middle: each leaves once."""

from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from commons.notices.models import Message
from tests.faults.engines_to_break import beat, kill, wait_until, worker
from tests.workshops.factories import SessionFactory, WorkshopFactory
from workshops import letters
from workshops.models import Booking, Seat

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

HOW_MANY = 10_000
PROCESSES = 2


@pytest.fixture
def due_at():
    """In eight days: the workers' clock is what makes it come."""
    return timezone.now() + timedelta(days=8)


@pytest.fixture
def reminders(due_at):
    """An open-air event with ten thousand bookings, a reminder for each, and one for the morning itself."""
    session = SessionFactory(
        workshop=WorkshopFactory(kind="event"),
        any_size=True,
        capacity=HOW_MANY,
        starts_at=due_at + timedelta(hours=48),
    )
    bookings = Booking.objects.bulk_create(
        Booking(session=session, form_key=uuid4(), name="Amina", email=f"p{number}@exemple.fr")
        for number in range(HOW_MANY)
    )
    Seat.objects.bulk_create(Seat(booking=booking, number=1) for booking in bookings)
    Message.objects.bulk_create(
        reminder(booking, "two-days", due_at=due_at) for booking in bookings
    )
    reminder(bookings[0], "morning", due_at=due_at + timedelta(hours=40)).save()
    return Message.objects.filter(kind=letters.REMINDER)


def reminder(booking, name, *, due_at):
    return Message(
        key=f"booking:{booking.pk}:reminder:{name}-0",
        kind=letters.REMINDER,
        subject_id=booking.pk,
        to=booking.email,
        due_at=due_at,
    )


def test_each_leaves_once_at_its_hour_though_the_worker_is_killed_twice(
    env, mail_server, reminders, due_at
):
    sent = reminders.filter(state=Message.State.SENT)

    for killed in (1, 2):
        clock = due_at + timedelta(minutes=killed)
        with worker(env, processes=PROCESSES, at=clock) as process, beat(env, every=2):
            wait_until(lambda wanted=500 * killed: mail_server.said_yes >= wanted, seconds=240)
            # It is killed while the server has not said yes: after it, repeating beats losing.
            mail_server.slow = True
            wait_until(lambda: mail_server.kept_waiting == PROCESSES, seconds=120)
            kill(process)
            wait_until(lambda: not mail_server.kept_waiting, seconds=60)
        mail_server.slow = False

    with worker(env, processes=PROCESSES, at=due_at + timedelta(minutes=5)), beat(env, every=5):
        wait_until(lambda: mail_server.said_yes >= HOW_MANY, seconds=600)
        wait_until(lambda: sent.count() == HOW_MANY, seconds=120)

    mails = mail_server.accepted
    told = Counter(mail["To"] for mail in mails)
    assert len(told) == HOW_MANY
    assert set(told.values()) == {1}
    left = {mail["Message-ID"] for mail in mails}
    assert left == {f"<message-{pk}@halle-et-jardins>" for pk in sent.values_list("pk", flat=True)}
    assert reminders.get(state=Message.State.DUE).due_at > due_at
