"""The two verbs of notices: write a message down, and deliver it."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation

from commons.notices import letters
from commons.notices.models import Message

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 12
KEEP_FOR = timedelta(days=180)


def write_message(
    *,
    key: str,
    kind: str,
    subject_id: int,
    to: str,
    due_at: datetime | None = None,
    language: str | None = None,
) -> Message:
    """Write a message down inside the caller's transaction; the same key never makes a second row.

    It leaves when ``due_at`` has passed (now by default), in ``language`` (the visitor's by default).
    """
    message, created = Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "subject_id": subject_id,
            "to": to,
            "due_at": due_at or timezone.now(),
            "language": language or translation.get_language() or "fr",
        },
    )
    if created and message.due_at <= timezone.now():
        from commons.notices.tasks import send_message

        send_message.delay_on_commit(message.pk)
    return message


def write_messages(messages: Iterable[Message]) -> None:
    """Write many down at once inside the caller's transaction, to leave now; a key taken already is passed by."""
    from commons.notices.tasks import sweep_messages

    Message.objects.bulk_create(messages, ignore_conflicts=True)
    sweep_messages.delay_on_commit()


def drop_messages(*, kind: str, subject_id: int) -> int:
    """In the caller's transaction: what is still to be sent of this kind about this row has no object now."""
    due = Message.objects.filter(kind=kind, subject_id=subject_id, state=Message.State.DUE)
    return due.update(state=Message.State.DROPPED)


def deliver(*, message_id: int, now: datetime | None = None) -> None:
    """Send one message if it is still to send and its reason still stands.

    The row stays locked while the mail server answers: a second worker passes by, and the lock of a killed
    worker falls with its connection, so the message is sent by the next. (A worker killed between the mail
    server's yes and our commit repeats the mail, under the same Message-ID: repeating beats losing.)
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        if message := _lock_due(now=now).filter(pk=message_id).first():
            _deliver(message, now=now)


def deliver_next(*, connection: BaseEmailBackend, now: datetime | None = None) -> bool:
    """Send the message that is due longest, of those no other worker holds. False when there is none.

    The ``connection`` is kept open between them: greeting the mail server takes longer than a mail. After
    a failure it is closed, and opened anew by the next.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        message = _lock_due(now=now).order_by("due_at", "id").first()
        if message:
            _deliver(message, now=now, connection=connection)
    return message is not None


def _lock_due(*, now: datetime) -> QuerySet[Message]:
    due = Message.objects.filter(state=Message.State.DUE, due_at__lte=now)
    return due.select_for_update(skip_locked=True)


def _deliver(
    message: Message, *, now: datetime, connection: BaseEmailBackend | None = None
) -> None:
    try:
        # Composing gets a savepoint: a failed query must not take the record of the failure with it.
        with transaction.atomic(), translation.override(message.language):
            letter = letters.compose(message)
            email = letters.as_email(letter, message=message) if letter else None
        if email is None:
            message.state = Message.State.DROPPED
        else:
            _send(email, connection)
            message.state = Message.State.SENT
            message.sent_at = timezone.now()
    except Exception as error:
        logger.exception("message %s did not leave", message.key)
        _note_failure(message, error=error, now=now)
        if connection:
            connection.close()
    message.save(update_fields=["state", "sent_at", "attempts", "last_error", "due_at"])


def _send(email: EmailMessage, connection: BaseEmailBackend | None) -> None:
    if connection:
        connection.open()  # does nothing when it is
        email.connection = connection
    email.send()


def forget_old_messages(*, now: datetime | None = None) -> int:
    """Delete what left, or had no object, long ago: an address is not kept longer than it serves."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        done = Message.objects.filter(state__in=[Message.State.SENT, Message.State.DROPPED])
        deleted, _by_model = done.filter(due_at__lt=now - KEEP_FOR).delete()
        return deleted


def _note_failure(message: Message, *, error: Exception, now: datetime) -> None:
    """Try again later, twice as late each time (about two days in all), then leave it to a person."""
    message.attempts += 1
    message.last_error = repr(error)[:500]
    message.due_at = now + timedelta(minutes=2 ** min(message.attempts, 9))
    if message.attempts >= MAX_ATTEMPTS:
        message.state = Message.State.FAILED
