"""A reminder is a row written at booking, and sent by the worker once its hour has come."""

from datetime import timedelta

import pytest
from django.utils import timezone

from commons.notices.models import Message
from tests.faults.engines_to_break import ask_for_a_sweep, wait_until, worker
from tests.workshops.factories import SessionFactory, book

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_not_before_its_hour_and_once_after(env, mail_server):
    session = SessionFactory(starts_at=timezone.now() + timedelta(hours=52))
    book(session)
    reminder = Message.objects.get(kind="workshops.reminder")
    confirmation = Message.objects.get(kind="workshops.confirmed")

    with worker(env):
        ask_for_a_sweep(env)
        wait_until(lambda: is_sent(confirmation), seconds=120)
        assert not is_sent(reminder)

    # The workers' clock is what makes its hour come.
    with worker(env, at=reminder.due_at + timedelta(seconds=1)):
        ask_for_a_sweep(env)
        ask_for_a_sweep(env)
        wait_until(lambda: is_sent(reminder), seconds=120)

    subjects = [str(mail["Subject"]) for mail in mail_server.accepted]
    assert len(subjects) == 2


def is_sent(message):
    return Message.objects.get(pk=message.pk).state == Message.State.SENT
