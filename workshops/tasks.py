"""What workshops ask of the clock."""

from celery import shared_task

from workshops.actions import forget_old_bookings


@shared_task
def forget_bookings() -> None:
    forget_old_bookings()
