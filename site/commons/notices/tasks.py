"""An id in, one action called."""

from celery import shared_task
from django.utils import timezone

from commons.notices.actions import deliver, forget_old_messages
from commons.notices.models import Message

SWEEP_SIZE = 500


@shared_task
def send_message(message_id: int) -> None:
    deliver(message_id=message_id)


@shared_task
def sweep_messages() -> None:
    """Send what is due: reminders whose hour has come, and whatever a dead queue or worker left."""
    due = Message.objects.filter(state=Message.State.DUE, due_at__lte=timezone.now())
    for message_id in due.order_by("due_at", "id").values_list("pk", flat=True)[:SWEEP_SIZE]:
        deliver(message_id=message_id)


@shared_task
def forget_messages() -> None:
    forget_old_messages()
