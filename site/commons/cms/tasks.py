"""What editing asks of the clock."""

from celery import shared_task
from django.core.management import call_command


@shared_task
def publish_scheduled() -> None:
    """Publish and expire the pages whose date has come."""
    call_command("publish_scheduled")
