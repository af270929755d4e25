"""An attempt to pay by card: written down, opened at the provider, given up."""

from django.db import transaction

from commons.payments import provider
from commons.payments.actions.settling import settle_cancelled, settle_intent
from commons.payments.models import Payment


def prepare_payment(
    *,
    kind: str,
    subject_id: int,
    amount_cents: int,
    payer_email: str,
    description: str,
    captured_later: bool = False,
) -> Payment:
    """Write an attempt down in the caller's transaction, before anything is asked of the provider.

    ``captured_later`` sets the amount aside on the card, until ``ask_capture`` says what to take.
    """
    return Payment.objects.create(
        kind=kind,
        subject_id=subject_id,
        amount_cents=amount_cents,
        payer_email=payer_email,
        description=description,
        captured_later=captured_later,
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
        captured_later=payment.captured_later,
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
    """Give an attempt up: at the provider first, so that a late success is known before anything is released.

    A sum that the bank has set aside meanwhile is a success too, though the provider would let it go.
    """
    payment = Payment.objects.get(pk=payment_id)
    if payment.provider_ref:
        settle_intent(_give_up(payment, ref=payment.provider_ref))
        return
    with transaction.atomic(durable=True):
        payment = Payment.objects.select_for_update().get(pk=payment_id)
        if payment.state == Payment.State.PREPARED:
            settle_cancelled(payment)


def _give_up(payment: Payment, *, ref: str) -> provider.Intent:
    if payment.captured_later and payment.is_open:
        intent = provider.read_intent(ref)
        if intent.is_authorized:
            return intent
    return provider.cancel_intent(ref)
