"""What happens to the money of a PaymentIntent: confirm, authenticate, capture, cancel."""

from typing import Any

from . import cards, charges, payment_methods
from .calls import Call, Route, open_route, public, route
from .challenges import UNABLE, ask, check_return_url
from .errors import StripeError, card_error, invalid
from .money import written
from .parameters import SHIPPING, Flag, Kind, Labels, Text, Texts, Whole, change_labels, group
from .payment_methods import CARD_DATA
from .states import (
    MAY_BE_CANCELED,
    MAY_BE_CAPTURED,
    check_client_secret,
    refuse_confirmed,
    refuse_unless,
    unexpected_state,
)
from .vault import Resource, now

PAID_WITH: dict[str, Kind] = {
    "payment_method": Text(),
    "payment_method_data": group(metadata=Labels(), **CARD_DATA),
    "payment_method_types": Texts(),
    "payment_method_options": group(
        card=group(
            capture_method=Text(choices=("manual",)),
            request_three_d_secure=Text(choices=("any", "automatic", "challenge")),
            setup_future_usage=Text(choices=("none", "off_session", "on_session")),
        )
    ),
    "capture_method": Text(choices=("automatic", "automatic_async", "manual")),
}
WITH_CONFIRM: dict[str, Kind] = {
    "error_on_requires_action": Flag(),
    "off_session": Flag(),
    "return_url": Text(),
}
SAID_AGAIN: dict[str, Kind] = {
    "receipt_email": Text(clearable=True),
    "setup_future_usage": Text(choices=("off_session", "on_session"), clearable=True),
    "shipping": SHIPPING,
}
REASONS = ("abandoned", "duplicate", "fraudulent", "requested_by_customer")


def choose_method(call: Call, intent: Resource) -> None:
    """Note the payment method the call brings, if any."""
    params = call.params
    if "payment_method" in params:
        method = payment_methods.take(call.vault, params["payment_method"], intent["customer"])
    elif "payment_method_data" in params:
        method = payment_methods.from_data(call.vault, params["payment_method_data"])
    else:
        return
    intent |= {
        "payment_method": method["id"],
        "next_action": None,
        "status": "requires_confirmation",
    }


def confirm(call: Call) -> Resource:
    """Try to pay."""
    intent = _intent(call)
    refuse_confirmed(intent)
    check_return_url(call, intent)
    intent |= {
        name: call.params[name] for name in (*SAID_AGAIN, "capture_method") if name in call.params
    }
    choose_method(call, intent)
    confirm_intent(call, intent)
    return intent


def confirm_intent(call: Call, intent: Resource) -> None:
    """Ask the bank, or first ask for 3-D Secure. Raises a card error when the bank refuses."""
    if not intent["payment_method"]:
        raise unexpected_state(
            intent,
            "You cannot confirm this PaymentIntent because it's missing a payment method. You can "
            "either update the PaymentIntent with a payment method and then confirm it again, or "
            "confirm it again directly with a payment method or ConfirmationToken.",
        )
    method = call.vault.resources[intent["payment_method"]]
    off_session = call.sent("off_session", False)
    card = cards.of(method)
    if not card.asks_challenge(off_session=off_session, set_up=method["_set_up"]):
        _charge(call, intent, method, authenticated=False)
    elif off_session or call.sent("error_on_requires_action"):
        raise _failed(call, intent, method, cards.UNAUTHENTICATED.error())
    else:
        ask(call, intent)


def authenticate(call: Call, intent: Resource, *, authorised: bool) -> None:
    """The customer answered on the 3-D Secure page. Leaves quietly when somebody answered before."""
    if intent["status"] != "requires_action":
        return
    intent["next_action"] = None
    method = call.vault.resources[intent["payment_method"]]
    if not authorised:
        _failed(call, intent, method, UNABLE)
        return
    try:
        _charge(call, intent, method, authenticated=True)
    except StripeError:
        return  # the bank's refusal is in last_payment_error: there is no API caller to tell


def capture(call: Call) -> Resource:
    """Take all or part of what a manual intent holds; the rest is given back. Once only."""
    intent = _intent(call)
    refuse_unless(intent, MAY_BE_CAPTURED, "captured")
    amount = call.sent("amount_to_capture", intent["amount_capturable"])
    if amount > intent["amount_capturable"]:
        capturable = written(intent["amount_capturable"], intent["currency"])
        message = (
            f"The amount_to_capture ({written(amount, intent['currency'])}) must be less than or "
            f"equal to the amount capturable ({capturable})."
        )
        raise invalid(message, code="amount_too_large", param="amount_to_capture")
    change_labels(intent, call.sent("metadata", {}))
    charges.capture(call, call.vault.resources[intent["latest_charge"]], amount)
    intent |= {"amount_received": amount, "amount_capturable": 0, "status": "succeeded"}
    call.emit("payment_intent.succeeded", intent)
    return intent


def cancel(call: Call) -> Resource:
    """Give up a payment that has not been taken."""
    intent = _intent(call)
    refuse_unless(intent, MAY_BE_CANCELED, "canceled")
    give_up(call, intent, call.sent("cancellation_reason"))
    return intent


def give_up(call: Call, intent: Resource, reason: str | None, *, expired: bool = False) -> None:
    """Cancel, releasing what the card holds."""
    if intent["status"] == "requires_capture":
        charges.release(call, call.vault.resources[intent["latest_charge"]], expired=expired)
    intent |= {
        "amount_capturable": 0,
        "canceled_at": now(),
        "cancellation_reason": reason,
        "next_action": None,
        "status": "canceled",
    }
    call.emit("payment_intent.canceled", intent)


def _intent(call: Call) -> Resource:
    intent = call.vault.find("payment_intent", call.ids[0], param="intent")
    check_client_secret(call, intent)
    return intent


def _charge(call: Call, intent: Resource, method: Resource, *, authenticated: bool) -> None:
    charge = charges.make(call, intent, method, authenticated=authenticated)
    intent["latest_charge"] = charge["id"]
    refusal = cards.of(method).refusal
    if refusal:
        raise _failed(call, intent, method, refusal.error(), charge=charge["id"])
    _keep_method(call, intent, method)
    intent |= {"last_payment_error": None, "next_action": None}
    if charge["captured"]:
        intent |= {"amount_received": charge["amount"], "status": "succeeded"}
        call.emit("payment_intent.succeeded", intent)
    else:
        intent |= {"amount_capturable": charge["amount"], "status": "requires_capture"}
        call.emit("payment_intent.amount_capturable_updated", intent)


def _keep_method(call: Call, intent: Resource, method: Resource) -> None:
    """A card without a customer serves once; one meant for later is kept for its customer."""
    if intent["setup_future_usage"] and intent["customer"]:
        method["_set_up"] = True
        payment_methods.keep_for(call, method, intent["customer"])
    method["_spent"] = not method["customer"]


def _failed(
    call: Call, intent: Resource, method: Resource, error: dict[str, Any], **more: Any
) -> StripeError:
    """Note the failure on the intent and return it as the error to raise."""
    error = {**error, **more, "payment_method": public(method)}
    intent |= {
        "last_payment_error": error,
        "next_action": None,
        "payment_method": None,
        "status": "requires_payment_method",
    }
    call.emit("payment_intent.payment_failed", intent)
    return card_error(**error, payment_intent=public(intent))


ROUTES: list[Route] = [
    open_route(
        "POST",
        "/v1/payment_intents/{id}/confirm",
        confirm,
        client_secret=Text(),
        use_stripe_sdk=Flag(),
        **SAID_AGAIN,
        **PAID_WITH,
        **WITH_CONFIRM,
    ),
    route(
        "POST",
        "/v1/payment_intents/{id}/capture",
        capture,
        amount_to_capture=Whole(least=1),
        metadata=Labels(),
    ),
    route(
        "POST", "/v1/payment_intents/{id}/cancel", cancel, cancellation_reason=Text(choices=REASONS)
    ),
]
