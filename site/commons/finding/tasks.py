"""What the index asks of the clock."""

from celery import shared_task
from django.core.management import call_command


# A hall of many years has tens of thousands of rows; yet the run ends well before the queue gives it again.
@shared_task(soft_time_limit=1500, time_limit=1800)
def refresh_index() -> None:
    """Write the index anew: what was changed in bulk told nobody, nor does a name shown by another row."""
    call_command("update_index", verbosity=0)
