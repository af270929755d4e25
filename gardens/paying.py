"""What is paid for a season: asked for, and found again. Always in the caller's transaction."""

from commons.payments.actions import prepare_payment
from commons.payments.models import Payment
from gardens.models import Enrolment

KIND = "gardens.enrolment"


def ask_payment(enrolment: Enrolment) -> Payment:
    """Write the attempt down; the payment page opens it at the provider."""
    return prepare_payment(
        kind=KIND,
        subject_id=enrolment.pk,
        amount_cents=enrolment.due_cents,
        payer_email=enrolment.tenancy.email,
        description=str(enrolment.season),
    )


def open_attempt(enrolment: Enrolment) -> int | None:
    """The payment that may still succeed, by id."""
    attempts = Payment.objects.filter(kind=KIND, subject_id=enrolment.pk, state__in=Payment.OPEN)
    return attempts.order_by("pk").values_list("pk", flat=True).last()
