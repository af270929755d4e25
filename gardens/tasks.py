"""An id in, one action called."""

from celery import shared_task
from django.utils import timezone

from gardens import actions
from gardens.models import Match


@shared_task
def forget_closed_requests() -> None:
    """Runs once a day: what people were told about their data is kept."""
    actions.forget_closed_requests()


@shared_task
def expire_matches() -> None:
    """Matches that nobody answered in time, garden by garden."""
    overdue = Match.objects.overdue(at=timezone.now()).order_by("request__garden")
    for garden_id in overdue.values_list("request__garden", flat=True).distinct():
        actions.expire_matches(garden_id=garden_id)
