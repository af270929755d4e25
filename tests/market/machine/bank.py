"""The provider, played by hand: what each card gave, what it holds, what went back."""

from collections import defaultdict
from uuid import uuid4

from commons.payments import provider
from commons.payments.models import Payment, Refund


def intent(payment, *, status, received=0):
    """How the provider would speak of it."""
    return provider.Intent(
        ref=payment.provider_ref,
        status=status,
        amount_cents=payment.amount_cents,
        received_cents=received,
        client_secret="",
        charge_ref="ch",
        error="",
    )


class Bank:
    """Kept in a table, by the reference of each attempt."""

    def __init__(self):
        self.status: dict[str, str] = {}
        self.received: defaultdict[str, int] = defaultdict(int)

    def say(self, ref):
        payment = Payment.objects.get(provider_ref=ref)
        return intent(payment, status=self.status[ref], received=self.received[ref])

    def open(self, payment):
        ref = payment.provider_ref or f"pi_{uuid4().hex}"
        self.status.setdefault(ref, "requires_payment_method")
        Payment.objects.filter(pk=payment.pk, provider_ref=None).update(
            provider_ref=ref, state=Payment.State.PENDING
        )
        return ref

    def accept(self, payment):
        """The shopper's card says yes."""
        ref = self.open(payment)
        if self.status[ref] == "requires_payment_method":
            self.status[ref] = "requires_capture" if payment.captured_later else "succeeded"
            self.received[ref] = 0 if payment.captured_later else payment.amount_cents
        return ref

    def cancel_intent(self, ref):
        if self.status[ref] != "succeeded":
            self.status[ref] = "canceled"
        return self.say(ref)

    def capture_intent(self, ref, *, amount_cents, key):
        if self.status[ref] == "requires_capture":
            self.status[ref], self.received[ref] = "succeeded", amount_cents
        return self.say(ref)

    def kept(self, payments):
        """What it has of these cards, in cents, less what it gave back."""
        back = Refund.objects.filter(payment__in=payments, state=Refund.State.SUCCEEDED)
        return sum(self.received[payment.provider_ref] for payment in payments) - sum(
            back.values_list("amount_cents", flat=True)
        )
