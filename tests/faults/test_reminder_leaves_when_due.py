"""A reminder is a row written at booking, and sent by the worker once its hour has come."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from commons.notices.models import Message
from tests.faults.engines_to_break import ask_for_a_sweep, wait_until, worker
from tests.workshops.factories import SessionFactory, book

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_not_before_its_hour_and_once_after(env, mail_server):
    session = SessionFactory(starts_at=timezone.now() + timedelta(hours=48) + timedelta(seconds=14))
    book(session)
    reminder = Message.objects.get(kind="workshops.reminder")
    confirmation = Message.objects.get(kind="workshops.confirmed")

    with worker(env):
        ask_for_a_sweep(env)
        wait_until(
            lambda: Message.objects.get(pk=confirmation.pk).state == Message.State.SENT, seconds=12
        )
        assert Message.objects.get(pk=reminder.pk).state == Message.State.DUE

        time.sleep(max(0.0, (reminder.due_at - timezone.now()).total_seconds()) + 0.1)
        ask_for_a_sweep(env)
        ask_for_a_sweep(env)
        wait_until(
            lambda: Message.objects.get(pk=reminder.pk).state == Message.State.SENT, seconds=20
        )

    subjects = [str(mail["Subject"]) for mail in mail_server.accepted]
    assert len(subjects) == 2
