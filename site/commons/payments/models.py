"""Card payments as rows: each attempt, refund and transfer is written before the provider is called."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


def new_idempotency_key() -> str:
    """One key per attempt: the provider answers a repeated call as it answered the first."""
    return uuid4().hex


class Payment(models.Model):
    """One attempt to take an amount by card, for a row of a trade (``kind`` and ``subject_id``).

    A declined card leaves the attempt PENDING: the same PaymentIntent takes another card.

    One that is ``captured_later`` is AUTHORIZED first: the money is set aside on the card, and
    ``capture_cents`` says how much of it to take once that is known (zero lets all of it go).
    ``amount_cents`` is what was asked; once captured, what was taken.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("préparé")  # written here, perhaps not yet known to the provider
        PENDING = "pending", _("en cours")
        AUTHORIZED = "authorized", _("autorisé")
        SUCCEEDED = "succeeded", _("payé")
        CANCELLED = "cancelled", _("abandonné")

    OPEN = (State.PREPARED, State.PENDING)

    kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    description = models.CharField(max_length=120)
    payer_email = models.EmailField()
    amount_cents = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    idempotency_key = models.CharField(max_length=64, unique=True, default=new_idempotency_key)
    provider_ref = models.CharField(max_length=80, null=True, blank=True, unique=True)
    charge_ref = models.CharField(max_length=80, blank=True)
    captured_later = models.BooleanField(default=False)
    capture_cents = models.PositiveIntegerField(null=True, blank=True)
    last_error = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("paiement")
        verbose_name_plural = _("paiements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_cents__gt=0), name="payment_amount_above_zero"
            ),
            models.UniqueConstraint(
                fields=["kind", "subject_id"],
                condition=models.Q(state__in=["prepared", "pending"]),
                name="payment_one_open_attempt",
            ),
            models.CheckConstraint(
                condition=models.Q(capture_cents__isnull=True) | models.Q(captured_later=True),
                name="payment_capture_of_what_waits",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "subject_id"], name="payment_by_subject"),
            models.Index(
                fields=["updated_at"],
                condition=models.Q(state="authorized"),
                name="payment_set_aside",
            ),
            models.Index(
                fields=["created_at"],
                condition=models.Q(state__in=["prepared", "pending"]),
                name="payment_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.description} ({self.get_state_display()})"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_set_aside(self) -> bool:
        """On the card, neither taken nor let go yet."""
        return self.state == self.State.AUTHORIZED


class Refund(models.Model):
    """Money going back. It is confirmed by the provider's event, never by our own wish."""

    class State(models.TextChoices):
        PREPARED = "prepared", _("à envoyer")
        PENDING = "pending", _("en cours")
        SUCCEEDED = "succeeded", _("remboursé")
        FAILED = "failed", _("échec")

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    amount_cents = models.PositiveIntegerField()
    reason = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    idempotency_key = models.CharField(max_length=64, unique=True, default=new_idempotency_key)
    provider_ref = models.CharField(max_length=80, null=True, blank=True, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("remboursement")
        verbose_name_plural = _("remboursements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_cents__gt=0), name="refund_amount_above_zero"
            )
        ]

    def __str__(self) -> str:
        return f"{self.payment.description} ← {self.amount_cents}"


class Transfer(models.Model):
    """A seller's part of a payment, sent on to their account at the provider: the hall holds nobody's money.

    Without a payment, the house itself pays a seller for what it gives others (``kind`` and
    ``subject_id`` say for what): it leaves from the house's own balance.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("à envoyer")
        SENDING = "sending", _("en cours")  # asked of the provider: too late to drop
        SENT = "sent", _("envoyé")
        DROPPED = "dropped", _("sans objet")

    TO_SEND = (State.PREPARED, State.SENDING)
    GONE = (State.SENDING, State.SENT)

    payment = models.ForeignKey(
        Payment, null=True, on_delete=models.PROTECT, related_name="transfers"
    )
    kind = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    due_at = models.DateTimeField(help_text="Once the buyer can no longer change their mind.")
    account_ref = models.CharField(max_length=80)
    amount_cents = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    idempotency_key = models.CharField(max_length=64, unique=True, default=new_idempotency_key)
    provider_ref = models.CharField(max_length=80, null=True, blank=True, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("versement")
        verbose_name_plural = _("versements")
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "account_ref"], name="transfer_once_per_account"
            ),
            models.UniqueConstraint(
                fields=["kind", "subject_id", "account_ref"],
                condition=models.Q(payment=None),
                name="transfer_of_the_house_once_per_account",
            ),
            models.CheckConstraint(
                condition=models.Q(payment__isnull=False, kind="", subject_id=None)
                | (models.Q(payment=None, subject_id__isnull=False) & ~models.Q(kind="")),
                name="transfer_is_of_a_payment_or_of_the_house",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_ref} ← {self.amount_cents}"


class ProviderEvent(models.Model):
    """An event of the provider, stored under its own id in the transaction of its effect: a replay finds it."""

    ref = models.CharField(max_length=80, primary_key=True)
    type = models.CharField(max_length=80)
    object_ref = models.CharField(max_length=80, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("évènement du prestataire")
        verbose_name_plural = _("évènements du prestataire")

    def __str__(self) -> str:
        return f"{self.type} {self.ref}"


class JournalEntry(models.Model):
    """A line of the journal: append-only, chained by hash, corrected by reversal only [CGI art. 286 I 3° bis].

    A trigger in the database refuses UPDATE and DELETE; ``journal.verify`` finds a line changed behind it.
    """

    class Kind(models.TextChoices):
        CARD_PAYMENT = "card-payment", _("paiement par carte")
        CARD_REFUND = "card-refund", _("remboursement par carte")
        TRANSFER = "transfer", _("versement à un·e producteur·rice")

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    amount_cents = models.IntegerField(help_text="Signed: what comes in is positive.")
    subject = models.CharField(max_length=120)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("ligne du journal")
        verbose_name_plural = _("journal")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.subject} {self.amount_cents}"
