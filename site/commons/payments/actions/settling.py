"""Our rows brought to where the provider's objects stand, each event once."""

import logging

from django.db import transaction

from commons.payments import journal, provider
from commons.payments.handlers import handler_of
from commons.payments.models import JournalEntry, Payment, ProviderEvent, Refund

logger = logging.getLogger(__name__)


class AmountMismatchError(Exception):
    """The provider took another amount than was asked: a person must look, nothing is completed."""


def receive_event(event: provider.Event) -> None:
    """Take an event in: re-read its object from the provider, then effect and event in one transaction.

    Re-reading makes order and replay harmless: what counts is how the object stands now.
    """
    if ProviderEvent.objects.filter(pk=event.ref).exists():
        return
    if event.object_type == "payment_intent":
        settle_intent(provider.read_intent(event.object_ref), event=event)
    elif event.object_type == "refund":
        settle_refund(*provider.read_refund(event.object_ref), event=event)


def settle_intent(intent: provider.Intent, *, event: provider.Event | None = None) -> None:
    """Bring our row to where the provider's intent stands; leave quietly if it is there already."""
    with transaction.atomic(durable=True):
        if not _is_first(event):
            return
        payment = Payment.objects.select_for_update().filter(provider_ref=intent.ref).first()
        if payment is None or not (payment.is_open or payment.is_set_aside):
            return
        payment.last_error = intent.error
        if intent.is_paid:
            _complete(payment, intent=intent)
        elif intent.is_cancelled:
            settle_cancelled(payment)
        elif intent.is_authorized and payment.is_open:
            _set_aside(payment, intent=intent)
        else:
            payment.save()


def settle_refund(ref: str, status: str, *, event: provider.Event | None = None) -> None:
    """Bring our refund to where the provider's stands; the journal gets its line once."""
    with transaction.atomic(durable=True):
        if not _is_first(event):
            return
        refund = (
            Refund.objects.select_for_update(of=("self",))
            .select_related("payment")
            .filter(provider_ref=ref, state=Refund.State.PENDING)
            .first()
        )
        if refund is None:
            return
        if status == "succeeded":
            refund.state = Refund.State.SUCCEEDED
            refund.save()
            journal.record(
                kind=JournalEntry.Kind.CARD_REFUND,
                amount_cents=-refund.amount_cents,
                subject=f"{refund.payment.description} {ref}",
            )
        elif status in ("failed", "canceled"):
            logger.error("refund %s failed at the provider: a person must pay it back", refund.pk)
            refund.state = Refund.State.FAILED
            refund.save()


def _is_first(event: provider.Event | None) -> bool:
    """Store an event under its own id; False when it is already there (it then had its effect)."""
    if event is None:
        return True
    _row, created = ProviderEvent.objects.get_or_create(
        ref=event.ref, defaults={"type": event.type, "object_ref": event.object_ref}
    )
    return created


def _set_aside(payment: Payment, *, intent: provider.Intent) -> None:
    if intent.amount_cents != payment.amount_cents:
        raise AmountMismatchError(f"payment {payment.pk}: {intent.amount_cents} cents set aside")
    payment.state = Payment.State.AUTHORIZED
    payment.charge_ref = intent.charge_ref
    payment.save()
    handler_of(payment).paid(payment)


def _complete(payment: Payment, *, intent: provider.Intent) -> None:
    was_set_aside = payment.is_set_aside
    expected = payment.capture_cents if was_set_aside else payment.amount_cents
    if intent.received_cents != expected:
        raise AmountMismatchError(f"payment {payment.pk}: {intent.received_cents} cents were taken")
    payment.state = Payment.State.SUCCEEDED
    payment.amount_cents = intent.received_cents
    payment.charge_ref = intent.charge_ref
    payment.save()
    handler = handler_of(payment)
    if was_set_aside:
        handler.captured(payment)
    else:
        handler.paid(payment)
    journal.record(
        kind=JournalEntry.Kind.CARD_PAYMENT,
        amount_cents=payment.amount_cents,
        subject=f"{payment.description} {intent.ref}",
    )


def settle_cancelled(payment: Payment) -> None:
    """The attempt is over, in the caller's transaction and under the payment's lock."""
    payment.state = Payment.State.CANCELLED
    payment.save()
    handler_of(payment).cancelled(payment)
