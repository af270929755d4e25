"""Refunds of captured charges: whole or in parts, never more than was taken."""

from . import cards, charges
from .calls import Call, Route, route
from .errors import invalid, missing
from .lists import PAGING, listed
from .money import written
from .parameters import Labels, Text, Whole, change_labels
from .states import unexpected_state
from .vault import Resource, new_id, now


def create(call: Call) -> Resource:
    """Give money back; all that is left when no amount is said."""
    charge = _charge(call)
    left = charges.left_to_refund(charge)
    amount = call.sent("amount", left)
    _check(charge, amount, left)
    refund = call.vault.put(_new(call, charge, amount))
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    call.emit("refund.created", refund)
    call.emit("charge.refunded", charge)
    return refund


def settle(call: Call, refund: Resource, *, succeeded: bool) -> None:
    """The bank's late answer to a pending refund, or its change of mind on one it had accepted."""
    refund["status"] = "succeeded" if succeeded else "failed"
    if not succeeded:
        refund["failure_reason"] = "lost_or_stolen_card"
        charge = call.vault.resources[refund["charge"]]
        charge |= {
            "amount_refunded": charge["amount_refunded"] - refund["amount"],
            "refunded": False,
        }
        call.emit("refund.failed", refund)
    call.emit("refund.updated", refund)


def retrieve(call: Call) -> Resource:
    return call.vault.find("refund", call.ids[0], param="refund")


def update(call: Call) -> Resource:
    """Change a refund's labels."""
    refund = retrieve(call)
    change_labels(refund, call.sent("metadata", {}))
    call.emit("refund.updated", refund)
    return refund


def list_all(call: Call) -> Resource:
    """Refunds, newest first, of one payment or charge."""
    where = {
        name: call.params[name] for name in ("payment_intent", "charge") if name in call.params
    }
    return listed(call, call.vault.every("refund", **where), "/v1/refunds")


def _charge(call: Call) -> Resource:
    params, vault = call.params, call.vault
    if "charge" in params:
        return vault.find("charge", params["charge"], param="charge", status=400)
    if "payment_intent" not in params:
        raise missing("payment_intent")
    intent = vault.find(
        "payment_intent", params["payment_intent"], param="payment_intent", status=400
    )
    if intent["status"] != "succeeded":
        message = (
            f"This PaymentIntent ({intent['id']}) does not have a successful charge to refund."
        )
        raise unexpected_state(intent, message)
    return vault.resources[intent["latest_charge"]]


def _check(charge: Resource, amount: int, left: int) -> None:
    if charge["refunded"]:
        message = f"Charge {charge['id']} has already been refunded."
        raise invalid(message, code="charge_already_refunded")
    if not charge["captured"]:
        message = f"Charge {charge['id']} has not been captured: cancel its PaymentIntent instead."
        raise invalid(message, code="charge_not_refundable")
    if amount > left:
        message = (
            f"Refund amount ({written(amount, charge['currency'])}) is greater than unrefunded amount "
            f"on charge ({written(left, charge['currency'])})"
        )
        raise invalid(message, param="amount")


def _new(call: Call, charge: Resource, amount: int) -> Resource:
    status = cards.of(call.vault.resources[charge["payment_method"]]).refund
    refund = {
        "id": new_id("re_3"),
        "object": "refund",
        "amount": amount,
        "balance_transaction": None,
        "charge": charge["id"],
        "created": now(),
        "currency": charge["currency"],
        "destination_details": {
            "card": {"reference_status": "pending", "type": "refund"},
            "type": "card",
        },
        "metadata": {},
        "payment_intent": charge["payment_intent"],
        "reason": call.sent("reason"),
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": status,
        "transfer_reversal": None,
    }
    change_labels(refund, call.sent("metadata", {}))
    return refund


ROUTES: list[Route] = [
    route(
        "POST",
        "/v1/refunds",
        create,
        amount=Whole(least=1),
        charge=Text(),
        metadata=Labels(),
        payment_intent=Text(),
        reason=Text(choices=("duplicate", "fraudulent", "requested_by_customer")),
    ),
    route("GET", "/v1/refunds", list_all, payment_intent=Text(), charge=Text(), **PAGING),
    route("GET", "/v1/refunds/{id}", retrieve),
    route("POST", "/v1/refunds/{id}", update, metadata=Labels()),
]
