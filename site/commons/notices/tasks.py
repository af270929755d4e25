"""An id in, one action called."""

from contextlib import closing
from time import monotonic

from celery import shared_task
from django.core.mail import get_connection

from commons.notices.actions import deliver, deliver_next, forget_old_messages

SWEEP_FOR = 15.0  # seconds: over before the next one starts, so that sweeps never fill the worker


@shared_task
def send_message(message_id: int) -> None:
    deliver(message_id=message_id)


@shared_task
def sweep_messages() -> None:
    """Send what is due: reminders whose hour has come, and whatever a dead queue or worker left.

    It goes on while rows are due and its time is not up. Several sweeps may run at once: each takes the
    next row that no other holds.
    """
    stop_at = monotonic() + SWEEP_FOR
    with closing(get_connection()) as connection:
        while monotonic() < stop_at and deliver_next(connection=connection):
            pass


@shared_task
def forget_messages() -> None:
    forget_old_messages()
