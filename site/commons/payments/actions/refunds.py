"""Money going back."""

from django.db.models import Sum

from commons.payments import provider
from commons.payments.actions.captures import ask_capture
from commons.payments.actions.settling import settle_refund
from commons.payments.models import Payment, Refund


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


def give_back(*, payment: Payment, reason: str) -> None:
    """Let a sum set aside go, or pay all that was taken back, as ``ask_refund`` does."""
    if payment.is_set_aside:
        ask_capture(payment=payment, amount_cents=0)
    else:
        ask_refund(payment=payment, amount_cents=payment.amount_cents, reason=reason)


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
