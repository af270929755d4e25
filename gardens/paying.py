"""What is paid for a season: asked for, and found again. Always in the caller's transaction."""

from django.db.models import Exists, OuterRef

from commons.payments.actions import prepare_payment
from commons.payments.models import Payment, Refund
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
    return next(iter(reversed(open_attempts(enrolment))), None)


def open_attempts(enrolment: Enrolment, *, except_of: int | None = None) -> list[int]:
    """All payments that may still succeed, by id; those of an amount in cents left out."""
    attempts = Payment.objects.filter(kind=KIND, subject_id=enrolment.pk, state__in=Payment.OPEN)
    if except_of is not None:
        attempts = attempts.exclude(amount_cents=except_of)
    return list(attempts.order_by("pk").values_list("pk", flat=True))


def lock_paid(enrolment_id: int) -> Payment | None:
    """What a card paid for an enrolment and kept, locked: before its garden, always."""
    paid = Payment.objects.select_for_update().filter(
        ~Exists(Refund.objects.filter(payment=OuterRef("pk"))),
        kind=KIND,
        subject_id=enrolment_id,
        state=Payment.State.SUCCEEDED,
    )
    return paid.order_by("pk").first()
