from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from commons.notices import letters
from commons.notices.actions import MAX_ATTEMPTS, deliver, forget_old_messages, write_message
from commons.notices.letters import Letter
from commons.notices.models import Message
from commons.notices.tasks import sweep_messages

pytestmark = pytest.mark.django_db


@pytest.fixture
def composed(monkeypatch, settings, tmp_path):
    """A kind whose letters the test decides."""
    (tmp_path / "hello.txt").write_text("Bonjour")
    (tmp_path / "hello.html").write_text("<p>Bonjour</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    answer = {"letter": Letter(subject="Bonjour", template="hello")}

    def compose(_message):
        if isinstance(answer["letter"], Exception):
            raise answer["letter"]
        return answer["letter"]

    monkeypatch.setitem(letters._composers, "test.hello", compose)
    return answer


def write(key="hello:1", **given):
    return write_message(
        **({"key": key, "kind": "test.hello", "subject_id": 1, "to": "a@exemple.fr"} | given)
    )


def test_the_same_key_makes_one_row_and_one_mail(composed):
    first, second = write(), write()

    deliver(message_id=first.pk)
    deliver(message_id=first.pk)
    sweep_messages()

    assert first == second
    assert [m.to for m in mail.outbox] == [["a@exemple.fr"]]
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<message-{first.pk}@halle-et-jardins>"


def test_what_is_not_due_waits(composed):
    message = write(due_at=timezone.now() + timedelta(hours=1))

    sweep_messages()
    assert mail.outbox == []

    deliver(message_id=message.pk, now=message.due_at)
    assert len(mail.outbox) == 1


def test_a_message_without_reason_is_dropped(composed):
    composed["letter"] = None
    message = write()

    deliver(message_id=message.pk)

    message.refresh_from_db()
    assert message.state == Message.State.DROPPED
    assert mail.outbox == []


def test_a_failure_is_noted_and_tried_later(composed):
    composed["letter"] = RuntimeError("mail server away")
    message = write()
    now = timezone.now()

    deliver(message_id=message.pk, now=now)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (Message.State.DUE, 1)
    assert message.due_at > now
    assert "mail server away" in message.last_error


def test_one_bad_message_does_not_hold_the_others(composed, monkeypatch):
    broken = write(kind="test.nobody-registered")
    good = write(key="hello:2")

    sweep_messages()

    broken.refresh_from_db()
    good.refresh_from_db()
    assert (broken.state, good.state) == (Message.State.DUE, Message.State.SENT)


def test_it_gives_up_in_the_end_and_leaves_it_to_a_person(composed):
    composed["letter"] = RuntimeError("no")
    message = write()
    Message.objects.update(attempts=MAX_ATTEMPTS - 1)

    deliver(message_id=message.pk)

    message.refresh_from_db()
    assert message.state == Message.State.FAILED


def test_old_mails_are_forgotten_and_those_to_send_are_kept(composed):
    old = timezone.now() - timedelta(days=400)
    sent, due = write(), write(key="hello:2")
    Message.objects.filter(pk=sent.pk).update(state="sent", sent_at=old, due_at=old)
    Message.objects.filter(pk=due.pk).update(due_at=old)

    assert forget_old_messages() == 1
    assert list(Message.objects.all()) == [due]
