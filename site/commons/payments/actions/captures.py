"""A sum set aside on a card: how much of it is taken in the end."""

from commons.payments import provider
from commons.payments.actions.settling import settle_intent
from commons.payments.models import Payment


def ask_capture(*, payment: Payment, amount_cents: int) -> None:
    """Say how much to take of what is set aside, in the caller's transaction, under the payment's lock.

    A task takes it, or lets it all go when it is zero. The first word stands: a repeated call
    changes nothing. Raises ValueError beyond what is set aside.
    """
    if amount_cents > payment.amount_cents:
        raise ValueError("a capture cannot exceed what is set aside")
    if not payment.is_set_aside or payment.capture_cents is not None:
        return
    from commons.payments.tasks import send_capture

    payment.capture_cents = amount_cents
    payment.save(update_fields=["capture_cents", "updated_at"])
    send_capture.delay_on_commit(payment.pk)


def dispatch_capture(*, payment_id: int) -> None:
    """Take at the provider what is written down; repeated calls take it once."""
    payment = Payment.objects.get(pk=payment_id)
    if not payment.is_set_aside or payment.capture_cents is None or not payment.provider_ref:
        return
    if payment.capture_cents:
        key = f"{payment.idempotency_key}-capture"
        settle_intent(
            provider.capture_intent(
                payment.provider_ref, amount_cents=payment.capture_cents, key=key
            )
        )
    else:
        settle_intent(provider.cancel_intent(payment.provider_ref))
