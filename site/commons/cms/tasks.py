"""What editing asks of the clock."""

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from commons.cms.links import actions


@shared_task
def publish_scheduled() -> None:
    """Publish and expire the pages whose date has come."""
    call_command("publish_scheduled")


@shared_task
def list_links() -> None:
    """Read the links of the published pages, and look at those within the site."""
    actions.list_links()
    actions.check_inner_links(now=timezone.now())


@shared_task
def check_links() -> None:
    """Try a few addresses of other sites; each comes round once a week."""
    actions.check_due_links(now=timezone.now())
