"""An id in, one action called."""

from celery import shared_task

from gardens import actions
from gardens.models import Chore


@shared_task
def forget_closed_requests() -> None:
    """Runs once a day: what people were told about their data is kept."""
    actions.forget_closed_requests()


@shared_task
def lay_turns() -> None:
    """Runs once a day: each chore has its turns eight weeks ahead, free of those who left."""
    actions.free_turns_of_those_who_left()
    for chore_id in Chore.objects.values_list("pk", flat=True):
        actions.lay_turns(chore_id=chore_id)


@shared_task
def write_digests() -> None:
    """Runs once a week: the notices, to those who wished for them."""
    actions.write_digests()


@shared_task
def forget_care() -> None:
    """Runs once a day: what passed from hand to hand is not kept longer than it serves."""
    actions.forget_care()
