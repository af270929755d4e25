"""SetupIntents: keep a card for later without taking money."""

from typing import Any

from . import cards, challenges, payment_methods
from .calls import Call, Route, open_route, public, route
from .errors import StripeError, card_error
from .intents import check_customer, chosen_types
from .lists import PAGING, listed
from .parameters import Flag, Kind, Labels, Text, Texts, change_labels, group
from .payment_methods import CARD_DATA
from .payments import choose_method
from .states import (
    MAY_CHANGE,
    check_client_secret,
    refuse_confirmed,
    refuse_unless,
    unexpected_state,
)
from .vault import Resource, new_id, now

KEPT_WITH: dict[str, Kind] = {
    "payment_method": Text(),
    "payment_method_data": group(metadata=Labels(), **CARD_DATA),
}
DESCRIBED: dict[str, Kind] = {
    "customer": Text(),
    "description": Text(clearable=True),
    "metadata": Labels(),
    "payment_method_types": Texts(),
}


def create(call: Call) -> Resource:
    """A card to keep; kept at once when `confirm` is true."""
    check_customer(call)
    intent = _new(call.params)
    confirming = call.sent("confirm", False)
    if confirming:
        challenges.check_return_url(call, intent)
    choose_method(call, intent)
    call.emit("setup_intent.created", call.vault.put(intent))
    if confirming:
        _confirm(call, intent)
    return intent


def retrieve(call: Call) -> Resource:
    """The intent; a browser proves it knows the client secret."""
    intent = call.vault.find("setup_intent", call.ids[0], param="intent")
    check_client_secret(call, intent)
    return intent


def update(call: Call) -> Resource:
    """Change what describes it."""
    intent = retrieve(call)
    refuse_unless(intent, MAY_CHANGE, "updated")
    check_customer(call)
    intent |= {
        name: call.params[name] for name in ("customer", "description") if name in call.params
    }
    change_labels(intent, call.sent("metadata", {}))
    choose_method(call, intent)
    return intent


def confirm(call: Call) -> Resource:
    """Try to keep the card."""
    intent = retrieve(call)
    refuse_confirmed(intent)
    challenges.check_return_url(call, intent)
    choose_method(call, intent)
    _confirm(call, intent)
    return intent


def cancel(call: Call) -> Resource:
    """Give it up."""
    intent = retrieve(call)
    refuse_unless(intent, MAY_CHANGE, "canceled")
    intent |= {
        "status": "canceled",
        "cancellation_reason": call.sent("cancellation_reason"),
        "next_action": None,
    }
    call.emit("setup_intent.canceled", intent)
    return intent


def list_all(call: Call) -> Resource:
    """SetupIntents, newest first, perhaps of one customer or card."""
    where = {
        name: call.params[name] for name in ("customer", "payment_method") if name in call.params
    }
    return listed(call, call.vault.every("setup_intent", **where), "/v1/setup_intents")


def authenticate(call: Call, intent: Resource, *, authorised: bool) -> None:
    """The customer answered on the 3-D Secure page. Leaves quietly when somebody answered before."""
    if intent["status"] != "requires_action":
        return
    method = call.vault.resources[intent["payment_method"]]
    if not authorised:
        _failed(call, intent, method, challenges.UNABLE_TO_SET_UP)
        return
    try:
        _keep(call, intent, method)
    except StripeError:
        return  # the bank's refusal is in last_setup_error: there is no API caller to tell


def _new(params: dict[str, Any]) -> Resource:
    id = new_id("seti_1")
    intent = {
        "id": id,
        "object": "setup_intent",
        "cancellation_reason": None,
        "client_secret": f"{id}_secret_{new_id('', 25)}",
        "created": now(),
        "customer": params.get("customer"),
        "description": params.get("description"),
        "last_setup_error": None,
        "livemode": False,
        "metadata": {},
        "next_action": None,
        "payment_method": None,
        "status": "requires_payment_method",
        "usage": params.get("usage", "off_session"),
        **chosen_types(params),
    }
    change_labels(intent, params.get("metadata", {}))
    return intent


def _confirm(call: Call, intent: Resource) -> None:
    if not intent["payment_method"]:
        message = "You cannot confirm this SetupIntent because it's missing a payment method."
        raise unexpected_state(intent, message)
    method = call.vault.resources[intent["payment_method"]]
    if cards.of(method).challenge != "never":
        challenges.ask(call, intent)
    else:
        _keep(call, intent, method)


def _keep(call: Call, intent: Resource, method: Resource) -> None:
    card = cards.of(method)
    if card.refusal and not card.saves:
        raise _failed(call, intent, method, card.refusal.error())
    method["_set_up"] = True
    if intent["customer"]:
        payment_methods.keep_for(call, method, intent["customer"])
    intent |= {"status": "succeeded", "next_action": None, "last_setup_error": None}
    call.emit("setup_intent.succeeded", intent)


def _failed(call: Call, intent: Resource, method: Resource, error: dict[str, Any]) -> StripeError:
    error = {**error, "payment_method": public(method)}
    intent |= {
        "last_setup_error": error,
        "next_action": None,
        "payment_method": None,
        "status": "requires_payment_method",
    }
    call.emit("setup_intent.setup_failed", intent)
    return card_error(**error, setup_intent=public(intent))


ROUTES: list[Route] = [
    route(
        "POST",
        "/v1/setup_intents",
        create,
        automatic_payment_methods=group(
            enabled=Flag(required=True),
            allow_redirects=Text(choices=("always", "never")),
        ),
        confirm=Flag(),
        return_url=Text(),
        usage=Text(choices=("off_session", "on_session")),
        **DESCRIBED,
        **KEPT_WITH,
    ),
    route("GET", "/v1/setup_intents", list_all, customer=Text(), payment_method=Text(), **PAGING),
    open_route("GET", "/v1/setup_intents/{id}", retrieve, client_secret=Text()),
    route("POST", "/v1/setup_intents/{id}", update, **DESCRIBED, **KEPT_WITH),
    open_route(
        "POST",
        "/v1/setup_intents/{id}/confirm",
        confirm,
        client_secret=Text(),
        return_url=Text(),
        use_stripe_sdk=Flag(),
        **KEPT_WITH,
    ),
    route(
        "POST",
        "/v1/setup_intents/{id}/cancel",
        cancel,
        cancellation_reason=Text(choices=("abandoned", "duplicate", "requested_by_customer")),
    ),
]
