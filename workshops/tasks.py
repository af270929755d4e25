"""An id in, one action called; and the sweepers, which find what a lost task or a closed browser left."""

import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from workshops import actions
from workshops.models import Booking, Offer, Session, WaitingEntry
from workshops.rules.reminders import THANKS_AFTER

logger = logging.getLogger(__name__)

SWEEP_SIZE = 100
THANKS_WITHIN = timedelta(days=3)  # later, nobody remembers what they would be asked about


@shared_task
def release_unpaid_bookings() -> None:
    """Give back the seats that were not paid in time; one that fails waits for the next round."""
    overdue = Booking.objects.filter(
        state=Booking.State.HELD, lead=None, expires_at__lte=timezone.now()
    )
    for booking_id in overdue.order_by("expires_at").values_list("pk", flat=True)[:SWEEP_SIZE]:
        try:
            actions.release_unpaid(booking_id=booking_id)
        except Exception:
            logger.exception("booking %s is not released yet", booking_id)


@shared_task
def call_off_bookings() -> None:
    """A session that was called off takes its bookings with it, each paid back in full."""
    bookings = Booking.objects.filter(
        session__state=Session.State.CANCELLED,
        state__in=[Booking.State.HELD, Booking.State.CONFIRMED],
    )
    for booking_id in bookings.order_by("pk").values_list("pk", flat=True)[:SWEEP_SIZE]:
        try:
            actions.call_off_booking(booking_id=booking_id)
        except Exception:
            logger.exception("booking %s is not called off yet", booking_id)


@shared_task
def expire_offers() -> None:
    """Offers nobody answered: their seats go to the next in the list."""
    overdue = Offer.objects.filter(state=Offer.State.PENDING, expires_at__lte=timezone.now())
    for offer_id in overdue.order_by("expires_at").values_list("pk", flat=True)[:SWEEP_SIZE]:
        actions.expire_offer(offer_id=offer_id)


@shared_task
def close_lists() -> None:
    """Nobody waits for a session that has started."""
    started = WaitingEntry.objects.filter(
        state__in=WaitingEntry.IN_LIST, session__starts_at__lte=timezone.now()
    )
    for session_id in started.values_list("session", flat=True).distinct()[:SWEEP_SIZE]:
        actions.close_list(session_id=session_id)


@shared_task
def thank_people() -> None:
    """Two hours after each session, thanks and three questions."""
    now = timezone.now()
    ended = Session.objects.filter(
        state=Session.State.PLANNED,
        ends_at__lte=now - THANKS_AFTER,
        ends_at__gt=now - THANKS_WITHIN,
    )
    for session_id in ended.values_list("pk", flat=True):
        actions.thank(session_id=session_id)


@shared_task
def forget_bookings() -> None:
    actions.forget_old_bookings()


@shared_task
def forget_needs() -> None:
    actions.forget_needs()
