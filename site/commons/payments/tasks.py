"""An id in, one action called; and the sweeper, for what neither the browser nor an event brought."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from celery import shared_task
from django.db.models import Q
from django.utils import timezone

from commons.payments import actions, provider
from commons.payments.models import Payment, Refund, Transfer

logger = logging.getLogger(__name__)

# Long enough for a webhook to arrive by itself, short enough for a shopper who waits.
UNHEARD_FOR = timedelta(minutes=2)
LOOK_AGAIN_AFTER = timedelta(hours=6)  # a sum set aside lapses by itself after about a week
SWEEP_SIZE = 100


@shared_task
def send_refund(refund_id: int) -> None:
    actions.dispatch_refund(refund_id=refund_id)


@shared_task
def send_capture(payment_id: int) -> None:
    actions.dispatch_capture(payment_id=payment_id)


@shared_task
def sweep_payments() -> None:
    """Reconcile what is still open with the provider; one that fails does not stop the others."""
    quiet_since = timezone.now() - UNHEARD_FOR
    pending = Payment.objects.filter(state=Payment.State.PENDING, updated_at__lt=quiet_since)
    for payment in pending.order_by("updated_at")[:SWEEP_SIZE]:
        _attempt(_reconcile, payment)
    _sweep_set_aside(quiet_since=quiet_since)
    for refund in Refund.objects.filter(state=Refund.State.PREPARED)[:SWEEP_SIZE]:
        _attempt(lambda row: actions.dispatch_refund(refund_id=row.pk), refund)
    for refund in Refund.objects.filter(state=Refund.State.PENDING)[:SWEEP_SIZE]:
        _attempt(lambda row: actions.settle_refund(*provider.read_refund(row.provider_ref)), refund)
    due = Transfer.objects.filter(
        # A sum only set aside cannot be passed on.
        Q(payment=None) | Q(payment__state=Payment.State.SUCCEEDED),
        state__in=Transfer.TO_SEND,
        due_at__lte=timezone.now(),
    )
    for transfer in due.order_by("due_at")[:SWEEP_SIZE]:
        _attempt(lambda row: actions.dispatch_transfer(transfer_id=row.pk), transfer)


def _reconcile(payment: Payment) -> None:
    actions.settle_intent(provider.read_intent(payment.provider_ref or ""))


def _sweep_set_aside(*, quiet_since: datetime) -> None:
    """Take what is asked of sums set aside; now and then, see whether the bank still keeps the others."""
    set_aside = Payment.objects.filter(state=Payment.State.AUTHORIZED).order_by("updated_at")
    asked = set_aside.filter(capture_cents__isnull=False, updated_at__lt=quiet_since)
    for payment in asked[:SWEEP_SIZE]:
        _attempt(lambda row: actions.dispatch_capture(payment_id=row.pk), payment)
    kept = set_aside.filter(capture_cents=None, updated_at__lt=timezone.now() - LOOK_AGAIN_AFTER)
    for payment in kept[:SWEEP_SIZE]:
        _attempt(_reconcile, payment)


def _attempt(action: Callable[[Any], None], row: Payment | Refund | Transfer) -> None:
    try:
        action(row)
    except Exception:
        logger.exception("could not reconcile %r", row)
