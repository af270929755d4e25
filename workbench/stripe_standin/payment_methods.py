"""Cards kept or about to be used: create, retrieve, update, attach, detach, list."""

import hashlib
from typing import Any

from . import cards
from .calls import Call, Route, open_route, route
from .errors import card_error, invalid, missing, no_such
from .lists import PAGING, listed
from .parameters import ADDRESS, Labels, Text, Whole, change_labels, group
from .vault import Resource, Vault, new_id, now

BILLING = group(
    name=Text(clearable=True),
    email=Text(clearable=True),
    phone=Text(clearable=True),
    address=ADDRESS,
)
CARD = group(
    number=Text(required=True),
    exp_month=Whole(required=True),
    exp_year=Whole(required=True),
    cvc=Text(),
)
CARD_DATA = {
    "type": Text(choices=("card",), required=True),
    "card": CARD,
    "billing_details": BILLING,
}
SPENT = (
    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, "
    "shared with a connected account without Customer attachment, or was detached from a Customer. "
    "It may not be used again. To use a PaymentMethod multiple times, you must attach it to a "
    "Customer first."
)


def create(call: Call) -> Resource:
    """A payment method from a card number."""
    return from_data(call.vault, call.params)


def from_data(vault: Vault, data: dict[str, Any]) -> Resource:
    """A payment method from `payment_method_data`."""
    if "card" not in data:
        raise missing("card")
    sent = data["card"]
    card = cards.recognise(sent["number"], sent["exp_month"], sent["exp_year"], sent.get("cvc"))
    number = sent["number"].replace(" ", "")
    return _keep(
        vault, card, number, sent["exp_month"], sent["exp_year"], data.get("billing_details", {})
    )


def take(vault: Vault, id: str, customer: str | None) -> Resource:
    """The payment method to pay with: an own one, or a fresh one for a `pm_card_…` name.

    Refuses one that is spent, or that belongs to somebody else than `customer`.
    """
    card = cards.named(id)
    if card and card is not cards.LIVE:
        year, _ = cards.this_month()
        return _keep(vault, card, card.number, 12, year + 1, {})
    method = _find(vault, id)
    if method["_spent"]:
        raise invalid(SPENT, code="payment_method_unexpected_state", param="payment_method")
    if method["customer"] and method["customer"] != customer:
        message = (
            f"The customer does not have a payment method with the ID {id}. "
            "The payment method must be attached to the customer."
        )
        raise invalid(message, code="resource_missing", param="payment_method")
    return method


def retrieve(call: Call) -> Resource:
    return call.vault.find("payment_method", call.ids[0], param="payment_method")


def update(call: Call) -> Resource:
    """Change labels or the holder's details."""
    method = retrieve(call)
    change_labels(method, call.sent("metadata", {}))
    method["billing_details"] |= call.sent("billing_details", {})
    return method


def attach(call: Call) -> Resource:
    """Keep a card for a customer. The bank is asked, so a declining card cannot be kept."""
    customer = call.vault.find("customer", call.params["customer"], param="customer", status=400)
    method = take(call.vault, call.ids[0], customer["id"])
    card = cards.of(method)
    if card.refusal and not card.saves:
        raise card_error(**card.refusal.error())
    keep_for(call, method, customer["id"])
    return method


def keep_for(call: Call, method: Resource, customer: str) -> None:
    """Attach a payment method to a customer, once."""
    if method["customer"] == customer:
        return
    method["customer"] = customer
    call.emit("payment_method.attached", method)


def detach(call: Call) -> Resource:
    """Forget a customer's card: it can never be used again."""
    method = retrieve(call)
    if not method["customer"]:
        message = "The payment method you provided is not attached to a customer so detachment is impossible."
        raise invalid(message, param="payment_method")
    method["customer"] = None
    method["_spent"] = True
    call.emit("payment_method.detached", method)
    return method


def list_all(call: Call) -> Resource:
    """The cards of a customer."""
    customer = call.sent("customer") or (call.ids[0] if call.ids else None)
    where = {"customer": customer} if customer else {}
    return listed(call, call.vault.every("payment_method", **where), "/v1/payment_methods")


def _find(vault: Vault, id: str) -> Resource:
    method = vault.resources.get(id)
    if method is None or method["object"] != "payment_method":
        raise no_such("PaymentMethod", id, param="payment_method", status=400)
    return method


def _keep(
    vault: Vault, card: cards.Card, number: str, month: int, year: int, billing: dict[str, Any]
) -> Resource:
    method = {
        "id": new_id("pm_1"),
        "object": "payment_method",
        "allow_redisplay": "unspecified",
        "billing_details": {"address": None, "email": None, "name": None, "phone": None} | billing,
        "card": {
            "brand": card.brand if card is not cards.LIVE else cards.brand(number),
            "checks": {
                "address_line1_check": None,
                "address_postal_code_check": None,
                "cvc_check": None,
            },
            "country": card.country,
            "exp_month": month,
            "exp_year": year,
            "fingerprint": hashlib.blake2b(
                number.encode(), digest_size=8, key=b"stand-in"
            ).hexdigest(),
            "funding": "credit",
            "last4": number[-4:],
            "three_d_secure_usage": {"supported": True},
        },
        "created": now(),
        "customer": None,
        "livemode": False,
        "metadata": {},
        "type": "card",
        "_card": card.name,
        "_spent": False,
        "_set_up": False,
    }
    return vault.put(method)


ROUTES: list[Route] = [
    open_route("POST", "/v1/payment_methods", create, metadata=Labels(), **CARD_DATA),
    route(
        "GET",
        "/v1/payment_methods",
        list_all,
        customer=Text(),
        type=Text(choices=("card",)),
        **PAGING,
    ),
    route("GET", "/v1/payment_methods/{id}", retrieve),
    route("POST", "/v1/payment_methods/{id}", update, metadata=Labels(), billing_details=BILLING),
    route("POST", "/v1/payment_methods/{id}/attach", attach, customer=Text(required=True)),
    route("POST", "/v1/payment_methods/{id}/detach", detach),
    route(
        "GET",
        "/v1/customers/{id}/payment_methods",
        list_all,
        type=Text(choices=("card",)),
        **PAGING,
    ),
]
