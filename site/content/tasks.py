"""No id in, one action called: what the clock asks of content."""

from celery import shared_task

from content.actions import forget_old_enquiries


@shared_task
def forget_enquiries() -> None:
    forget_old_enquiries()
