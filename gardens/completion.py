"""What a card payment completes: called under the payment's lock and in its transaction."""

from django.utils import timezone

from commons.payments.actions import ask_refund
from commons.payments.handlers import Handler
from commons.payments.models import Payment
from gardens import letters
from gardens.locks import lock_enrolment


class EnrolmentCompletion(Handler):
    """Brings a household's fee to where its payment stands. No plot hangs on it, early or late."""

    def paid(self, payment: Payment) -> None:
        """Note the fee; what nobody owes any more (paid by hand, waived, another amount) goes back."""
        enrolment = lock_enrolment(payment.subject_id)
        if enrolment is not None and payment.amount_cents == enrolment.due_cents:
            enrolment.note_paid(at=timezone.now(), by_hand=False)
            enrolment.save()
            letters.tell_enrolment(enrolment, letters.FEE_PAID)
            return
        ask_refund(payment=payment, amount_cents=payment.amount_cents, reason="not owed any more")
        if enrolment is not None:
            letters.tell_enrolment(enrolment, letters.FEE_RETURNED, once=str(payment.pk))

    def cancelled(self, payment: Payment) -> None:
        """The fee stays due; nothing else hangs on it."""
