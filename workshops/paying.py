"""What is paid for bookings: asked for, found again, paid back. Always in the caller's transaction."""

from django.db.models import QuerySet

from commons.payments.actions import ask_refund, forget_payers, prepare_payment
from commons.payments.models import Payment, Refund
from workshops.models import Booking

KIND = "workshops.booking"


def ask_payment(booking: Booking, *, amount_cents: int) -> Payment:
    """Write the attempt down; the payment page opens it at the provider."""
    return prepare_payment(
        kind=KIND,
        subject_id=booking.pk,
        amount_cents=amount_cents,
        payer_email=booking.email,
        description=booking.session.workshop.name_fr,
    )


def lock_payments(*, booking_id: int) -> list[Payment]:
    """What was paid for a booking, locked: before its session, always."""
    paid = Payment.objects.select_for_update().filter(
        kind=KIND, subject_id=booking_id, state=Payment.State.SUCCEEDED
    )
    return list(paid.order_by("pk"))


def open_attempts(*, booking_id: int) -> list[int]:
    """The payments of a booking that may still succeed, by id."""
    attempts = Payment.objects.filter(kind=KIND, subject_id=booking_id, state__in=Payment.OPEN)
    return list(attempts.order_by("pk").values_list("pk", flat=True))


def pay_back(payments: list[Payment], *, owed_cents: int, reason: str) -> None:
    """Ask for so much to be paid back, from payments held locked; never more than was paid."""
    for payment in payments:
        part = min(owed_cents, _kept(payment))
        if part:
            ask_refund(payment=payment, amount_cents=part, reason=reason)
            owed_cents -= part


def was_paid(booking: Booking) -> bool:
    """Whether money came in for a booking, or for the cycle it is part of."""
    return _paid_for(booking).exists()


def paid_back_cents(booking: Booking) -> int:
    """All that goes back, or went, of what was paid for a booking or its cycle."""
    refunds = Refund.objects.filter(payment__in=_paid_for(booking))
    return sum(refunds.exclude(state=Refund.State.FAILED).values_list("amount_cents", flat=True))


def _paid_for(booking: Booking) -> QuerySet[Payment]:
    return Payment.objects.filter(
        kind=KIND, subject_id=booking.lead_id or booking.pk, state=Payment.State.SUCCEEDED
    )


def _kept(payment: Payment) -> int:
    """Cents of a payment that were not given back."""
    gone = payment.refunds.exclude(state=Refund.State.FAILED)
    return payment.amount_cents - sum(gone.values_list("amount_cents", flat=True))


def forget(*, booking_ids: list[int]) -> None:
    """Erase who paid; the amounts stay."""
    forget_payers(kind=KIND, subject_ids=booking_ids)
