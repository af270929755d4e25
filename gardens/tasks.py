"""An id in, one action called."""

from celery import shared_task

from gardens import actions


@shared_task
def forget_closed_requests() -> None:
    """Runs once a day: what people were told about their data is kept."""
    actions.forget_closed_requests()


@shared_task
def leave_logs_to_plots() -> None:
    """Runs once a day: a log keeps its household's name no longer than the household was told."""
    actions.leave_logs_to_plots()
