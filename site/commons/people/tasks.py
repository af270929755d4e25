"""What people's visits ask of the clock."""

from celery import shared_task
from django.core.management import call_command


@shared_task
def forget_visits() -> None:
    """Delete the sessions that have ended: a visit is not kept longer than it serves."""
    call_command("clearsessions")
