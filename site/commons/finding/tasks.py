"""What the index asks of the clock."""

from celery import shared_task
from django.core.management import call_command


@shared_task
def refresh_index() -> None:
    """Write the index anew: what was changed in bulk told nobody, nor does a name shown by another row."""
    call_command("update_index", verbosity=0)
