"""A worker is killed with -9 in the middle of a mail: the mail leaves after the restart, once for each row."""

from collections import Counter

import pytest

from commons.notices.models import Message
from tests.faults.engines_to_break import beat, kill, wait_until, worker
from tests.workshops.factories import SessionFactory, book

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_each_mail_leaves_once_though_the_worker_is_killed_twice(env, mail_server):
    session = SessionFactory()
    for number in range(4):
        book(session, email=f"p{number}@exemple.fr")
    due = Message.objects.filter(kind="workshops.confirmed")

    mail_server.slow = True
    for killed in range(1, 3):
        # Asked for again and again, as by the clock: the database may still hold what a killed one had locked.
        with worker(env) as process, beat(env, every=2):
            wait_until(lambda wanted=killed: len(mail_server.asked) >= wanted, seconds=120)
            kill(process)
        # Only then is it sure that nobody hears the yes that follows.
        wait_until(lambda: mail_server.kept_waiting == 0, seconds=60)
        assert due.filter(state=Message.State.SENT).count() == 0
    mail_server.slow = False

    with worker(env), beat(env, every=2):
        wait_until(lambda: due.filter(state=Message.State.SENT).count() == 4, seconds=120)

    sent = Counter(mail["Message-ID"] for mail in mail_server.accepted)
    assert len(sent) == 4
    assert set(sent.values()) == {1}
