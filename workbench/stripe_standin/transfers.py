"""Transfers to connected accounts, and their reversals."""

from .accounts import can_be_paid
from .balance import available
from .calls import Call, Route, public, route
from .errors import invalid
from .lists import PAGING, listed
from .money import check_currency, written
from .parameters import Labels, Text, Whole, change_labels
from .vault import Resource, new_id, now


def create(call: Call) -> Resource:
    """Pass money on: out of one charge when `source_transaction` names it, else out of the balance."""
    params = call.params
    currency = check_currency(params["currency"])
    account = can_be_paid(call, params["destination"])
    source = params.get("source_transaction")
    group = params.get("transfer_group")
    if source:
        charge = call.vault.find("charge", source, param="source_transaction", status=400)
        _check_source(call, charge, params["amount"])
        group = group or charge["transfer_group"]
    elif params["amount"] > available(call.vault, currency):
        message = (
            "You have insufficient available funds in your Stripe account. Try adding funds directly to your "
            "available balance by creating Charges using the 4000000000000077 test card."
        )
        raise invalid(message, code="balance_insufficient")
    transfer = call.vault.put(_new(call, currency, account["id"], group))
    call.emit("transfer.created", transfer)
    return transfer


def retrieve(call: Call) -> Resource:
    return call.vault.find("transfer", call.ids[0], param="transfer")


def update(call: Call) -> Resource:
    """Change a transfer's labels or description."""
    transfer = retrieve(call)
    change_labels(transfer, call.sent("metadata", {}))
    transfer["description"] = call.sent("description", transfer["description"])
    call.emit("transfer.updated", transfer)
    return transfer


def list_all(call: Call) -> Resource:
    """Transfers, newest first, to one account or of one group."""
    where = {
        name: call.params[name] for name in ("destination", "transfer_group") if name in call.params
    }
    return listed(call, call.vault.every("transfer", **where), "/v1/transfers")


def reverse(call: Call) -> Resource:
    """Take a transfer back, whole or in part, once."""
    transfer = retrieve(call)
    left = transfer["amount"] - transfer["amount_reversed"]
    amount = call.sent("amount", left)
    if amount > left or left == 0:
        message = (
            f"Reversal amount ({written(amount, transfer['currency'])}) is greater than unreversed "
            f"amount on transfer ({written(left, transfer['currency'])})"
        )
        raise invalid(message, param="amount")
    reversal = _new_reversal(call, transfer, amount)
    call.vault.put(reversal)
    transfer["amount_reversed"] += amount
    transfer["reversed"] = transfer["amount_reversed"] == transfer["amount"]
    transfer["reversals"]["data"].insert(0, public(reversal))
    call.emit("transfer.reversed", transfer)
    return reversal


def list_reversals(call: Call) -> Resource:
    """The reversals of one transfer."""
    transfer = retrieve(call)
    reversals = call.vault.every("transfer_reversal", transfer=transfer["id"])
    return listed(call, reversals, transfer["reversals"]["url"])


def retrieve_reversal(call: Call) -> Resource:
    return call.vault.find("transfer_reversal", call.ids[1])


def _check_source(call: Call, charge: Resource, amount: int) -> None:
    if not charge["captured"]:
        message = "You cannot transfer from a charge that has not been captured."
        raise invalid(message, param="source_transaction")
    passed_on = sum(
        transfer["amount"] - transfer["amount_reversed"]
        for transfer in call.vault.every("transfer", source_transaction=charge["id"])
    )
    if passed_on + amount > charge["amount_captured"]:
        message = (
            f"The transfer amount ({written(amount, charge['currency'])}) is greater than what is left "
            f"of its source charge ({written(charge['amount_captured'] - passed_on, charge['currency'])})."
        )
        raise invalid(message, param="amount")


def _new(call: Call, currency: str, account: str, group: str | None) -> Resource:
    id = new_id("tr_1")
    transfer = {
        "id": id,
        "object": "transfer",
        "amount": call.params["amount"],
        "amount_reversed": 0,
        "balance_transaction": None,
        "created": now(),
        "currency": currency,
        "description": call.sent("description"),
        "destination": account,
        "destination_payment": None,
        "livemode": False,
        "metadata": {},
        "reversals": {
            "object": "list",
            "data": [],
            "has_more": False,
            "url": f"/v1/transfers/{id}/reversals",
        },
        "reversed": False,
        "source_transaction": call.sent("source_transaction"),
        "source_type": "card",
        "transfer_group": group,
    }
    change_labels(transfer, call.sent("metadata", {}))
    return transfer


def _new_reversal(call: Call, transfer: Resource, amount: int) -> Resource:
    reversal = {
        "id": new_id("trr_1"),
        "object": "transfer_reversal",
        "amount": amount,
        "balance_transaction": None,
        "created": now(),
        "currency": transfer["currency"],
        "destination_payment_refund": None,
        "metadata": {},
        "source_refund": None,
        "transfer": transfer["id"],
    }
    change_labels(reversal, call.sent("metadata", {}))
    return reversal


ROUTES: list[Route] = [
    route(
        "POST",
        "/v1/transfers",
        create,
        amount=Whole(required=True, least=1),
        currency=Text(required=True),
        description=Text(),
        destination=Text(required=True),
        metadata=Labels(),
        source_transaction=Text(),
        transfer_group=Text(),
    ),
    route("GET", "/v1/transfers", list_all, destination=Text(), transfer_group=Text(), **PAGING),
    route("GET", "/v1/transfers/{id}", retrieve),
    route(
        "POST", "/v1/transfers/{id}", update, metadata=Labels(), description=Text(clearable=True)
    ),
    route(
        "POST", "/v1/transfers/{id}/reversals", reverse, amount=Whole(least=1), metadata=Labels()
    ),
    route("GET", "/v1/transfers/{id}/reversals", list_reversals, **PAGING),
    route("GET", "/v1/transfers/{id}/reversals/{reversal}", retrieve_reversal),
]
