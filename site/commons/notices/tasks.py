"""An id in, one action called."""

from collections.abc import Iterator
from contextlib import closing
from time import monotonic

from celery import shared_task
from django.core.mail import get_connection
from django.db.models import Q
from django.utils import timezone

from commons.notices.actions import deliver, forget_old_messages
from commons.notices.models import Message

SWEEP_SIZE = 500
SWEEP_FOR = 15.0  # seconds: over before the next one starts, so that sweeps never fill the worker


@shared_task
def send_message(message_id: int) -> None:
    deliver(message_id=message_id)


@shared_task
def sweep_messages() -> None:
    """Send what is due: reminders whose hour has come, and whatever a dead queue or worker left.

    It goes on while rows are due and its time is not up. Two sweeps may run at once: each takes the rows
    that the other does not hold.
    """
    stop_at = monotonic() + SWEEP_FOR
    with closing(get_connection()) as connection:
        for message_id in _due_messages():
            deliver(message_id=message_id, connection=connection)
            if monotonic() > stop_at:
                return


def _due_messages() -> Iterator[int]:
    """Every message due now, in its order and once, read some at a time."""
    due = Message.objects.filter(state=Message.State.DUE, due_at__lte=timezone.now())
    due = due.order_by("due_at", "id")
    rest = due
    while rows := list(rest.values_list("due_at", "pk")[:SWEEP_SIZE]):
        yield from (pk for _due_at, pk in rows)
        last_due, last = rows[-1]
        rest = due.filter(Q(due_at__gt=last_due) | Q(due_at=last_due, pk__gt=last))


@shared_task
def forget_messages() -> None:
    forget_old_messages()
