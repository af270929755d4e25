"""The verbs of card payments. Rows first, then the provider, then the row again: a crash between is swept up."""

import logging
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from commons.payments import journal, provider
from commons.payments.handlers import handler_of
from commons.payments.models import JournalEntry, Payment, ProviderEvent, Refund, Transfer

logger = logging.getLogger(__name__)


class AmountMismatchError(Exception):
    """The provider took another amount than was asked: a person must look, nothing is completed."""


def prepare_payment(
    *, kind: str, subject_id: int, amount_cents: int, payer_email: str, description: str
) -> Payment:
    """Write an attempt down in the caller's transaction, before anything is asked of the provider."""
    return Payment.objects.create(
        kind=kind,
        subject_id=subject_id,
        amount_cents=amount_cents,
        payer_email=payer_email,
        description=description,
    )


def open_payment(*, payment_id: int) -> provider.Intent:
    """Open the attempt at the provider, or find it again, and return what the browser needs to pay it.

    Raises ProviderUnreachableError; calling again is safe, the key makes it the same intent.
    """
    payment = Payment.objects.get(pk=payment_id)
    if payment.provider_ref:
        return provider.read_intent(payment.provider_ref)
    intent = provider.create_intent(
        amount_cents=payment.amount_cents,
        description=payment.description,
        payer_email=payment.payer_email,
        reference=f"{payment.kind}-{payment.subject_id}",
        key=payment.idempotency_key,
    )
    with transaction.atomic(durable=True):
        payment = Payment.objects.select_for_update().get(pk=payment_id)
        if payment.state == Payment.State.PREPARED:
            payment.state = Payment.State.PENDING
            payment.provider_ref = intent.ref
            payment.save()
    if not payment.is_open:  # abandoned while we were asking
        return provider.cancel_intent(intent.ref)
    return intent


def abandon_payment(*, payment_id: int) -> None:
    """Give an attempt up: at the provider first, so that a late success is known before anything is released."""
    payment = Payment.objects.get(pk=payment_id)
    if payment.provider_ref:
        settle_intent(provider.cancel_intent(payment.provider_ref))
        return
    with transaction.atomic(durable=True):
        payment = Payment.objects.select_for_update().get(pk=payment_id)
        if payment.state == Payment.State.PREPARED:
            _cancel(payment)


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
        if payment is None or not payment.is_open:
            return
        payment.last_error = intent.error
        if intent.is_paid:
            _complete(payment, intent=intent)
        elif intent.is_cancelled:
            _cancel(payment)
        else:
            payment.save()


def ask_refund(*, payment: Payment, amount_cents: int, reason: str) -> Refund:
    """Write a refund down in the caller's transaction, under the payment's lock; a task sends it.

    Raises ValueError beyond what was paid and not already given back.
    """
    given_back = payment.refunds.exclude(state=Refund.State.FAILED).aggregate(
        total=Sum("amount_cents", default=0)
    )["total"]
    if amount_cents > payment.amount_cents - given_back:
        raise ValueError("a refund cannot exceed what is left of the payment")
    from commons.payments.tasks import send_refund

    refund = Refund.objects.create(payment=payment, amount_cents=amount_cents, reason=reason)
    send_refund.delay_on_commit(refund.pk)
    return refund


def dispatch_refund(*, refund_id: int) -> None:
    """Ask the provider for a refund that is written down; repeated calls give the same refund."""
    refund = Refund.objects.select_related("payment").get(pk=refund_id)
    if refund.state != Refund.State.PREPARED or not refund.payment.provider_ref:
        return
    ref, status = provider.create_refund(
        intent_ref=refund.payment.provider_ref,
        amount_cents=refund.amount_cents,
        key=refund.idempotency_key,
    )
    Refund.objects.filter(pk=refund_id, provider_ref__isnull=True).update(
        provider_ref=ref, state=Refund.State.PENDING
    )
    settle_refund(ref, status)


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


def plan_transfer(
    *, payment: Payment, account_ref: str, amount_cents: int, due_at: datetime
) -> Transfer:
    """Write down a seller's part of a payment, in the caller's transaction; a sweeper sends it when due."""
    return Transfer.objects.create(
        payment=payment, account_ref=account_ref, amount_cents=amount_cents, due_at=due_at
    )


def drop_transfers(*, payment: Payment) -> None:
    """The buyer is paid back: the sellers' parts that have not left stay, in the caller's transaction."""
    payment.transfers.filter(state=Transfer.State.PREPARED).update(state=Transfer.State.DROPPED)


def dispatch_transfer(*, transfer_id: int) -> None:
    """Send a seller's part on; repeated calls give the same transfer and one line in the journal."""
    with transaction.atomic(durable=True):
        transfer = (
            Transfer.objects.select_for_update(of=("self",))
            .select_related("payment")
            .get(pk=transfer_id)
        )
        if transfer.state not in Transfer.TO_SEND:
            return
        transfer.state = Transfer.State.SENDING
        transfer.save()
    payment = transfer.payment
    ref = provider.create_transfer(
        amount_cents=transfer.amount_cents,
        account_ref=transfer.account_ref,
        charge_ref=payment.charge_ref,
        group=f"{payment.kind}-{payment.subject_id}",
        key=transfer.idempotency_key,
    )
    with transaction.atomic(durable=True):
        transfer = Transfer.objects.select_for_update().get(pk=transfer_id)
        if transfer.state == Transfer.State.SENDING:
            transfer.state = Transfer.State.SENT
            transfer.provider_ref = ref
            transfer.save()
            journal.record(
                kind=JournalEntry.Kind.TRANSFER,
                amount_cents=-transfer.amount_cents,
                subject=f"{payment.description} {ref}",
            )


def forget_payers(*, kind: str, subject_ids: Collection[int]) -> None:
    """Erase who paid for these rows, in the caller's transaction; the amounts stay."""
    Payment.objects.filter(kind=kind, subject_id__in=subject_ids).update(payer_email="")


def _is_first(event: provider.Event | None) -> bool:
    """Store an event under its own id; False when it is already there (it then had its effect)."""
    if event is None:
        return True
    _row, created = ProviderEvent.objects.get_or_create(
        ref=event.ref, defaults={"type": event.type, "object_ref": event.object_ref}
    )
    return created


def _complete(payment: Payment, *, intent: provider.Intent) -> None:
    if intent.amount_cents != payment.amount_cents:
        raise AmountMismatchError(f"payment {payment.pk}: {intent.amount_cents} cents were taken")
    payment.state = Payment.State.SUCCEEDED
    payment.charge_ref = intent.charge_ref
    payment.save()
    handler_of(payment).paid(payment)
    journal.record(
        kind=JournalEntry.Kind.CARD_PAYMENT,
        amount_cents=payment.amount_cents,
        subject=f"{payment.description} {intent.ref}",
    )


def _cancel(payment: Payment) -> None:
    payment.state = Payment.State.CANCELLED
    payment.save()
    handler_of(payment).cancelled(payment)
