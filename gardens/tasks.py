"""An id in, one action called; and the sweepers, which find whose delay has passed."""

from celery import shared_task
from django.utils import timezone

from gardens import actions
from gardens.actions.lists import requests_to_ask, requests_to_lapse
from gardens.models import Chore, Match, PlotOffer

SWEEP_SIZE = 200


@shared_task
def expire_offers() -> None:
    """Plots that were held for nobody: the committee proposes them to the next."""
    overdue = PlotOffer.objects.overdue(at=timezone.now())
    for garden_id in overdue.values_list("request__garden", flat=True).distinct():
        actions.expire_offers(garden_id=garden_id)


@shared_task
def ask_who_still_waits() -> None:
    """Once a day: the yearly question to those who wait, then those who did not answer it."""
    now = timezone.now()
    for request_id in requests_to_lapse(now=now).values_list("pk", flat=True)[:SWEEP_SIZE]:
        actions.lapse(request_id=request_id)
    for request_id in requests_to_ask(now=now).values_list("pk", flat=True)[:SWEEP_SIZE]:
        actions.ask_still(request_id=request_id)


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


@shared_task
def forget_turns() -> None:
    """Runs once a day: who held which turn is not kept longer than gardeners were told."""
    actions.forget_turns()


@shared_task
def leave_logs_to_plots() -> None:
    """Runs once a day: a log keeps its household's name no longer than the household was told."""
    actions.leave_logs_to_plots()


@shared_task
def part_those_who_left() -> None:
    """Runs once a day: whoever shared with a household that left goes on alone."""
    actions.part_those_who_left()
