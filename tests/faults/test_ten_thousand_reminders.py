"""Ten thousand reminders fall due at once, and the worker is killed twice in the middle: each leaves once."""

import time
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
    """An open-air event with ten thousand bookings, and a reminder for each."""
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
        Message(
            key=f"booking:{booking.pk}:reminder:two-days-0",
            kind=letters.REMINDER,
            subject_id=booking.pk,
            to=booking.email,
            due_at=due_at if number else due_at - timedelta(minutes=10),
        )
        for number, booking in enumerate(bookings)
    )
    return Message.objects.filter(kind=letters.REMINDER)


def test_each_leaves_once_at_its_hour_though_the_worker_is_killed_twice(
    env, mail_server, reminders, due_at
):
    sent = reminders.filter(state=Message.State.SENT)

    with worker(env, at=due_at - timedelta(minutes=5)), beat(env, every=1):
        wait_until(lambda: sent.count() == 1, seconds=40)  # the one that was due before
        time.sleep(2)
    assert len(mail_server.asked) == 1

    for killed in (1, 2):
        clock = due_at + timedelta(minutes=killed)
        with worker(env, processes=PROCESSES, at=clock) as process, beat(env, every=5):
            wait_until(lambda wanted=300 * killed: len(mail_server.accepted) >= wanted, seconds=60)
            mail_server.slow = True  # it is killed while the server has not said yes
            asked = len(mail_server.asked)
            wait_until(lambda asked=asked: len(mail_server.asked) > asked, seconds=20)
            kill(process)
        mail_server.slow = False

    with worker(env, processes=PROCESSES, at=due_at + timedelta(minutes=5)), beat(env, every=5):
        wait_until(lambda: sent.count() == HOW_MANY, seconds=600)

    told = Counter(mail["To"] for mail in mail_server.accepted)
    assert len(told) == HOW_MANY
    assert set(told.values()) == {1}
    assert {mail["Message-ID"] for mail in mail_server.accepted} == {
        f"<message-{pk}@halle-et-jardins>" for pk in reminders.values_list("pk", flat=True)
    }
