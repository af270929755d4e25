"""A worker is killed with -9 in the middle of a mail: the mail leaves after the restart, once for each row."""

from collections import Counter

import pytest

from commons.notices.models import Message
from tests.faults.engines_to_break import ask_for_a_sweep, kill, wait_until, worker
from tests.workshops.factories import SessionFactory, book

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_each_mail_leaves_once_though_the_worker_is_killed_twice(env, mail_server):
    session = SessionFactory()
    for number in range(4):
        book(session, email=f"p{number}@exemple.fr")
    due = Message.objects.filter(kind="workshops.confirmed")

    mail_server.slow = True
    for killed in range(1, 3):
        with worker(env) as process:
            ask_for_a_sweep(env)
            wait_until(lambda wanted=killed: len(mail_server.asked) >= wanted, seconds=40)
            kill(process)
        assert due.filter(state=Message.State.SENT).count() == 0
    mail_server.slow = False

    with worker(env):
        ask_for_a_sweep(env)
        wait_until(lambda: due.filter(state=Message.State.SENT).count() == 4, seconds=60)

    sent = Counter(mail["Message-ID"] for mail in mail_server.accepted)
    assert len(sent) == 4
    assert set(sent.values()) == {1}
