"""PaymentIntents as resources: create, retrieve, update, list.

What happens to their money is in payments.py.
"""

from typing import Any

from . import payments
from .calls import Call, Route, open_route, route
from .challenges import check_return_url
from .errors import invalid
from .lists import PAGING, listed
from .money import check_charge, check_currency
from .parameters import SHIPPING, Flag, Kind, Labels, Text, Whole, change_labels, group
from .payments import PAID_WITH, WITH_CONFIRM
from .states import MAY_CHANGE, check_client_secret, refuse_unless
from .vault import Resource, new_id, now

DESCRIBED: dict[str, Kind] = {
    "customer": Text(clearable=True),
    "description": Text(clearable=True),
    "metadata": Labels(),
    "receipt_email": Text(clearable=True),
    "setup_future_usage": Text(choices=("off_session", "on_session"), clearable=True),
    "shipping": SHIPPING,
    "statement_descriptor_suffix": Text(clearable=True),
    "transfer_group": Text(),
}
CREATED_WITH: dict[str, Kind] = {
    "amount": Whole(required=True, least=1),
    "currency": Text(required=True),
    "automatic_payment_methods": group(
        enabled=Flag(required=True),
        allow_redirects=Text(choices=("always", "never")),
    ),
    "confirm": Flag(),
    "confirmation_method": Text(choices=("automatic",)),
    "use_stripe_sdk": Flag(),
}


def create(call: Call) -> Resource:
    """A payment to come; paid at once when `confirm` is true."""
    params = call.params
    confirming = params.get("confirm", False)
    if not confirming:
        _refuse_without_confirm(params)
    currency = check_currency(params["currency"])
    check_charge(params["amount"], currency)
    check_customer(call)
    intent = _new(params, currency)
    if confirming:
        check_return_url(call, intent)
    payments.choose_method(call, intent)
    call.emit("payment_intent.created", call.vault.put(intent))
    if confirming:
        payments.confirm_intent(call, intent)
    return intent


def retrieve(call: Call) -> Resource:
    """The intent; a browser proves it knows the client secret."""
    intent = call.vault.find("payment_intent", call.ids[0], param="intent")
    check_client_secret(call, intent)
    return intent


def update(call: Call) -> Resource:
    """Change what may still change in the intent's status."""
    intent, params = retrieve(call), call.params
    if {
        "amount",
        "currency",
        "capture_method",
        "payment_method",
        "payment_method_data",
    } & params.keys():
        refuse_unless(intent, MAY_CHANGE, "updated")
    if "currency" in params:
        params["currency"] = check_currency(params["currency"])
    check_charge(call.sent("amount", intent["amount"]), call.sent("currency", intent["currency"]))
    check_customer(call)
    _describe(intent, params)
    intent |= {
        name: params[name] for name in ("amount", "currency", "capture_method") if name in params
    }
    payments.choose_method(call, intent)
    return intent


def list_all(call: Call) -> Resource:
    """Intents, newest first, perhaps of one customer."""
    where = {"customer": call.params["customer"]} if "customer" in call.params else {}
    return listed(call, call.vault.every("payment_intent", **where), "/v1/payment_intents")


def check_customer(call: Call) -> None:
    """The named customer exists."""
    if call.sent("customer"):
        call.vault.find("customer", call.params["customer"], param="customer", status=400)


def chosen_types(params: dict[str, Any]) -> dict[str, Any]:
    """How the payment method is picked: by Stripe's dashboard, the default, or by a list.

    Cards are the only type served.
    """
    if "payment_method_types" not in params:
        automatic = {"allow_redirects": "always"} | params.get(
            "automatic_payment_methods", {"enabled": True}
        )
        return {
            "automatic_payment_methods": automatic if automatic["enabled"] else None,
            "payment_method_types": ["card"],
        }
    if "automatic_payment_methods" in params:
        message = (
            "You may only specify one of these parameters: automatic_payment_methods, "
            "payment_method_types."
        )
        raise invalid(message, param="automatic_payment_methods")
    for type in params["payment_method_types"]:
        if type != "card":
            message = (
                f'The payment method type "{type}" is invalid. Please ensure the provided type is '
                "activated in your dashboard and your account is enabled for any preview features "
                "that you are trying to use."
            )
            raise invalid(
                message, code="payment_intent_invalid_parameter", param="payment_method_types"
            )
    return {"automatic_payment_methods": None, "payment_method_types": ["card"]}


def _new(params: dict[str, Any], currency: str) -> Resource:
    id = new_id("pi_3")
    intent = {
        "id": id,
        "object": "payment_intent",
        "amount": params["amount"],
        "amount_capturable": 0,
        "amount_received": 0,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": params.get("capture_method", "automatic_async"),
        "client_secret": f"{id}_secret_{new_id('', 25)}",
        "confirmation_method": "automatic",
        "created": now(),
        "currency": currency,
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": {},
        "next_action": None,
        "payment_method": None,
        "payment_method_options": params.get("payment_method_options", {}),
        "processing": None,
        "status": "requires_payment_method",
        **{name: None for name in DESCRIBED if name != "metadata"},
        **chosen_types(params),
    }
    _describe(intent, params)
    return intent


def _describe(intent: Resource, params: dict[str, Any]) -> None:
    intent |= {name: params[name] for name in DESCRIBED if name in params and name != "metadata"}
    change_labels(intent, params.get("metadata", {}))


def _refuse_without_confirm(params: dict[str, Any]) -> None:
    for name in WITH_CONFIRM:
        if name in params:
            message = (
                f"The parameter `{name}` cannot be passed when creating a PaymentIntent unless "
                "`confirm` is set to true."
            )
            raise invalid(message, param=name)


ROUTES: list[Route] = [
    route(
        "POST",
        "/v1/payment_intents",
        create,
        **CREATED_WITH,
        **DESCRIBED,
        **PAID_WITH,
        **WITH_CONFIRM,
    ),
    route("GET", "/v1/payment_intents", list_all, customer=Text(), **PAGING),
    open_route("GET", "/v1/payment_intents/{id}", retrieve, client_secret=Text()),
    route(
        "POST",
        "/v1/payment_intents/{id}",
        update,
        amount=Whole(least=1),
        currency=Text(),
        **DESCRIBED,
        **PAID_WITH,
    ),
]
