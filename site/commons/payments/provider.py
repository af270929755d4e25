"""The one module that speaks to Stripe. Callers hold no transaction, and get plain values back."""

import json
from dataclasses import dataclass
from functools import cache

import stripe
from django.conf import settings
from stripe.params import TransferCreateParams


class ProviderUnreachableError(Exception):
    """The provider did not answer, or answered that it could not: try again later."""


class BadSignatureError(Exception):
    """An event whose signature is not the provider's."""


@dataclass(frozen=True, kw_only=True)
class Intent:
    """A PaymentIntent as it stands at the provider."""

    ref: str
    status: str
    amount_cents: int
    received_cents: int
    client_secret: str
    charge_ref: str
    error: str

    @property
    def is_paid(self) -> bool:
        return self.status == "succeeded"

    @property
    def is_authorized(self) -> bool:
        return self.status == "requires_capture"

    @property
    def is_cancelled(self) -> bool:
        return self.status == "canceled"


@dataclass(frozen=True, kw_only=True)
class Event:
    """A verified event: its own id, its type, and the object it speaks of."""

    ref: str
    type: str
    object_type: str
    object_ref: str


@cache
def _client(secret_key: str, api_base: str) -> stripe.StripeClient:
    return stripe.StripeClient(secret_key, base_addresses={"api": api_base}, max_network_retries=2)


def _v1() -> stripe.StripeClient:
    return _client(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE)


class _Reachable:
    """Turns "the provider is away" into one exception of ours; a refusal stays Stripe's own error."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        if isinstance(error, stripe.APIConnectionError | stripe.APIError | stripe.RateLimitError):
            raise ProviderUnreachableError(str(error)) from error


def create_intent(
    *,
    amount_cents: int,
    description: str,
    payer_email: str,
    reference: str,
    captured_later: bool,
    key: str,
) -> Intent:
    """Open a PaymentIntent; the same ``key`` always gives the same one."""
    with _Reachable():
        intent = _v1().v1.payment_intents.create(
            {
                "amount": amount_cents,
                "currency": "eur",
                "description": description,
                "receipt_email": payer_email,
                "transfer_group": reference,
                "metadata": {"reference": reference},
                "automatic_payment_methods": {"enabled": True},
                "capture_method": "manual" if captured_later else "automatic",
            },
            {"idempotency_key": key},
        )
    return _intent(intent)


def read_intent(ref: str) -> Intent:
    with _Reachable():
        return _intent(_v1().v1.payment_intents.retrieve(ref))


def capture_intent(ref: str, *, amount_cents: int, key: str) -> Intent:
    """Take this much of what is set aside, and let the rest go; return the intent as it then is."""
    with _Reachable():
        try:
            return _intent(
                _v1().v1.payment_intents.capture(
                    ref, {"amount_to_capture": amount_cents}, {"idempotency_key": key}
                )
            )
        except stripe.InvalidRequestError as refusal:
            if refusal.code != "payment_intent_unexpected_state":
                raise
    return read_intent(ref)


def cancel_intent(ref: str) -> Intent:
    """Cancel, or return the intent as it is when it can no longer be cancelled (it was just paid)."""
    with _Reachable():
        try:
            return _intent(_v1().v1.payment_intents.cancel(ref))
        except stripe.InvalidRequestError as refusal:
            if refusal.code != "payment_intent_unexpected_state":
                raise
    return read_intent(ref)


def create_refund(*, intent_ref: str, amount_cents: int, key: str) -> tuple[str, str]:
    """Ask for a refund; return its reference and its status (``succeeded``, ``pending``, ``failed``…)."""
    with _Reachable():
        refund = _v1().v1.refunds.create(
            {"payment_intent": intent_ref, "amount": amount_cents}, {"idempotency_key": key}
        )
    return refund.id, refund.status or "pending"


def read_refund(ref: str) -> tuple[str, str]:
    with _Reachable():
        refund = _v1().v1.refunds.retrieve(ref)
    return refund.id, refund.status or "pending"


def create_transfer(
    *, amount_cents: int, account_ref: str, charge_ref: str, group: str, key: str
) -> str:
    """Send a seller's part on to their account: of a charge, or of the balance; return its reference."""
    asked: TransferCreateParams = {
        "amount": amount_cents,
        "currency": "eur",
        "destination": account_ref,
        "transfer_group": group,
    }
    if charge_ref:
        asked["source_transaction"] = charge_ref
    with _Reachable():
        transfer = _v1().v1.transfers.create(asked, {"idempotency_key": key})
    return transfer.id


def verified_event(*, body: bytes, signature: str) -> Event:
    """The event of a webhook call. Raises BadSignatureError on a forged, stale or unreadable one."""
    try:
        stripe.WebhookSignature.verify_header(
            body.decode(), signature, settings.STRIPE_WEBHOOK_SECRET, tolerance=300
        )
        event = json.loads(body)
        thing = event["data"]["object"]
        return Event(
            ref=event["id"],
            type=event["type"],
            object_type=thing["object"],
            object_ref=thing.get("id") or "",
        )
    except (stripe.SignatureVerificationError, ValueError, KeyError, TypeError) as error:
        raise BadSignatureError(str(error)) from error


def _intent(intent: stripe.PaymentIntent) -> Intent:
    # A dict, because an attribute that Stripe left out raises: only some errors have a decline_code.
    facts = intent.to_dict()
    error = facts.get("last_payment_error") or {}
    return Intent(
        ref=facts["id"],
        status=facts["status"],
        amount_cents=facts["amount"],
        received_cents=facts.get("amount_received") or 0,
        client_secret=facts.get("client_secret") or "",
        charge_ref=facts.get("latest_charge") or "",
        error=error.get("decline_code") or error.get("code") or "",
    )
