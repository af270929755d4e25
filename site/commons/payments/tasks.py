"""An id in, one action called; and the sweeper, for what neither the browser nor an event brought."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.utils import timezone

from commons.payments import actions, provider
from commons.payments.models import Payment, Refund, Transfer

logger = logging.getLogger(__name__)

# Long enough for a webhook to arrive by itself, short enough for a shopper who waits.
UNHEARD_FOR = timedelta(minutes=2)
SWEEP_SIZE = 100


@shared_task
def send_refund(refund_id: int) -> None:
    actions.dispatch_refund(refund_id=refund_id)


@shared_task
def sweep_payments() -> None:
    """Reconcile what is still open with the provider; one that fails does not stop the others."""
    quiet_since = timezone.now() - UNHEARD_FOR
    pending = Payment.objects.filter(state=Payment.State.PENDING, updated_at__lt=quiet_since)
    for payment in pending.order_by("updated_at")[:SWEEP_SIZE]:
        _attempt(_reconcile, payment)
    for refund in Refund.objects.filter(state=Refund.State.PREPARED)[:SWEEP_SIZE]:
        _attempt(lambda row: actions.dispatch_refund(refund_id=row.pk), refund)
    for refund in Refund.objects.filter(state=Refund.State.PENDING)[:SWEEP_SIZE]:
        _attempt(lambda row: actions.settle_refund(*provider.read_refund(row.provider_ref)), refund)
    due = Transfer.objects.filter(state__in=Transfer.TO_SEND, due_at__lte=timezone.now())
    for transfer in due.order_by("due_at")[:SWEEP_SIZE]:
        _attempt(lambda row: actions.dispatch_transfer(transfer_id=row.pk), transfer)


def _reconcile(payment: Payment) -> None:
    actions.settle_intent(provider.read_intent(payment.provider_ref or ""))


def _attempt(action: Callable[[Any], None], row: Payment | Refund | Transfer) -> None:
    try:
        action(row)
    except Exception:
        logger.exception("could not reconcile %r", row)
