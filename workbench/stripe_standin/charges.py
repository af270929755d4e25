"""Charges: the bank's answer to one attempt to take money. Only intents make them."""

from typing import Any

from . import cards
from .calls import Call, Route, route
from .lists import PAGING, listed
from .parameters import Labels, Text, change_labels
from .vault import Resource, new_id, now

AUTHORISATION_LIFE = 7 * 24 * 3600
"""Seconds an uncaptured authorisation lives."""

COPIED = ("currency", "customer", "description", "receipt_email", "shipping", "transfer_group")


def make(call: Call, intent: Resource, method: Resource, *, authenticated: bool) -> Resource:
    """Ask the bank of this payment method for the intent's amount; keep and return its answer."""
    refusal = cards.of(method).refusal
    manual = intent["capture_method"] == "manual"
    taken = not refusal and not manual
    id = new_id("ch_3")
    charge = {
        "id": id,
        "object": "charge",
        "amount": intent["amount"],
        "amount_captured": intent["amount"] if taken else 0,
        "amount_refunded": 0,
        "balance_transaction": None,
        "billing_details": method["billing_details"],
        "captured": taken,
        "created": now(),
        "disputed": False,
        "failure_code": refusal.code if refusal else None,
        "failure_message": refusal.message if refusal else None,
        "fraud_details": {},
        "livemode": False,
        "metadata": dict(intent["metadata"]),
        "outcome": _outcome(refusal),
        "paid": not refusal,
        "payment_intent": intent["id"],
        "payment_method": method["id"],
        "payment_method_details": _details(
            method, authenticated=authenticated, manual=manual and not refusal
        ),
        "receipt_number": None,
        "receipt_url": None if refusal else f"{call.public_url}/receipts/{id}",
        "refunded": False,
        "status": "failed" if refusal else "succeeded",
        "_released": 0,
        **{name: intent[name] for name in COPIED},
    }
    call.vault.put(charge)
    call.emit("charge.failed" if refusal else "charge.succeeded", charge)
    return charge


def capture(call: Call, charge: Resource, amount: int) -> None:
    """Take `amount` of an authorisation; the rest goes back to the card at once, and shows as refunded."""
    released = charge["amount"] - amount
    charge |= {
        "amount_captured": amount,
        "captured": True,
        "_released": released,
        "amount_refunded": released,
    }
    call.emit("charge.captured", charge)


def release(call: Call, charge: Resource, *, expired: bool = False) -> None:
    """Give a whole authorisation back."""
    charge |= {"_released": charge["amount"], "amount_refunded": charge["amount"], "refunded": True}
    call.emit("charge.expired" if expired else "charge.refunded", charge)


def left_to_refund(charge: Resource) -> int:
    """Cents captured and not yet refunded."""
    return int(charge["amount"] - charge["amount_refunded"]) if charge["captured"] else 0


def retrieve(call: Call) -> Resource:
    return call.vault.find("charge", call.ids[0])


def update(call: Call) -> Resource:
    """Change a charge's labels or description."""
    charge = retrieve(call)
    change_labels(charge, call.sent("metadata", {}))
    charge["description"] = call.sent("description", charge["description"])
    call.emit("charge.updated", charge)
    return charge


def list_all(call: Call) -> Resource:
    """Charges, newest first, of one intent, customer or transfer group."""
    names = ("payment_intent", "customer", "transfer_group")
    where = {name: call.params[name] for name in names if name in call.params}
    return listed(call, call.vault.every("charge", **where), "/v1/charges")


def _outcome(refusal: cards.Refusal | None) -> dict[str, Any]:
    if refusal:
        return {
            "network_status": "declined_by_network",
            "reason": refusal.decline_code,
            "risk_level": "normal",
            "seller_message": f"The bank returned the decline code `{refusal.decline_code}`.",
            "type": "issuer_declined",
        }
    return {
        "network_status": "approved_by_network",
        "reason": None,
        "risk_level": "normal",
        "seller_message": "Payment complete.",
        "type": "authorized",
    }


def _details(method: Resource, *, authenticated: bool, manual: bool) -> dict[str, Any]:
    shown = (
        "brand",
        "checks",
        "country",
        "exp_month",
        "exp_year",
        "fingerprint",
        "funding",
        "last4",
    )
    card = {name: method["card"][name] for name in shown}
    card["three_d_secure"] = (
        {"result": "authenticated", "version": "2.2.0"} if authenticated else None
    )
    if manual:
        card["capture_before"] = now() + AUTHORISATION_LIFE
    return {"card": card, "type": "card"}


ROUTES: list[Route] = [
    route(
        "GET",
        "/v1/charges",
        list_all,
        payment_intent=Text(),
        customer=Text(),
        transfer_group=Text(),
        **PAGING,
    ),
    route("GET", "/v1/charges/{id}", retrieve),
    route("POST", "/v1/charges/{id}", update, metadata=Labels(), description=Text(clearable=True)),
]
