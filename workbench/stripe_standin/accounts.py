"""Connected accounts: a producer whom Stripe pays.

A new account can be paid nothing until its holder has been onboarded.
"""

from .calls import Call, Route, route
from .errors import invalid
from .lists import PAGING, listed
from .parameters import Flag, Kind, Labels, Text, change_labels, group
from .vault import Resource, new_id, now

CAPABILITY = group(requested=Flag(required=True))
DETAILS: dict[str, Kind] = {
    "business_profile": group(
        mcc=Text(),
        name=Text(),
        product_description=Text(),
        support_email=Text(),
        support_phone=Text(),
        url=Text(),
    ),
    "business_type": Text(choices=("company", "government_entity", "individual", "non_profit")),
    "capabilities": group(card_payments=CAPABILITY, transfers=CAPABILITY),
    "email": Text(),
    "metadata": Labels(),
}
CONTROLLER = group(
    fees=group(payer=Text(choices=("account", "application"))),
    losses=group(payments=Text(choices=("application", "stripe"))),
    requirement_collection=Text(choices=("application", "stripe")),
    stripe_dashboard=group(type=Text(choices=("express", "full", "none"))),
)


def create(call: Call) -> Resource:
    """An account that cannot yet be paid: see `onboard`."""
    params = call.params
    account = {
        "id": new_id("acct_1", 15),
        "object": "account",
        "business_profile": params.get("business_profile"),
        "business_type": params.get("business_type"),
        "capabilities": dict.fromkeys(params.get("capabilities", {}), "inactive"),
        "charges_enabled": False,
        "controller": params.get("controller"),
        "country": params.get("country", "FR"),
        "created": now(),
        "default_currency": "eur",
        "details_submitted": False,
        "email": params.get("email"),
        "metadata": {},
        "payouts_enabled": False,
        "requirements": _requirements(["external_account"]),
        "type": params.get("type", "none" if "controller" in params else "standard"),
    }
    change_labels(account, params.get("metadata", {}))
    return call.vault.put(account)


def retrieve(call: Call) -> Resource:
    return call.vault.find("account", call.ids[0], param="account")


def update(call: Call) -> Resource:
    """Change an account's details."""
    account = retrieve(call)
    for name in ("business_profile", "business_type", "email"):
        if name in call.params:
            account[name] = call.params[name]
    change_labels(account, call.sent("metadata", {}))
    for name in call.sent("capabilities", {}):
        account["capabilities"].setdefault(
            name, "active" if account["details_submitted"] else "inactive"
        )
    call.emit("account.updated", account)
    return account


def list_all(call: Call) -> Resource:
    """Accounts, newest first."""
    return listed(call, call.vault.every("account"), "/v1/accounts")


def link(call: Call) -> Resource:
    """The address where the holder finishes the onboarding."""
    account = call.vault.find("account", call.params["account"], param="account", status=400)
    account["_return_url"] = call.params["return_url"]
    return {
        "object": "account_link",
        "created": now(),
        "expires_at": now() + 300,
        "url": f"{call.public_url}/onboarding/{account['id']}",
    }


def onboard(call: Call, account: Resource, *, enabled: bool = True) -> None:
    """Finish the onboarding of an account, or (`enabled` false) have Stripe suspend it."""
    account |= {"charges_enabled": enabled, "payouts_enabled": enabled, "details_submitted": True}
    account["capabilities"] = dict.fromkeys(
        account["capabilities"], "active" if enabled else "inactive"
    )
    account["requirements"] = _requirements([] if enabled else ["individual.verification.document"])
    call.emit("account.updated", account)


def can_be_paid(call: Call, id: str) -> Resource:
    """The account to transfer to, with its `transfers` capability active."""
    account = call.vault.resources.get(id)
    if account is None or account["object"] != "account":
        raise invalid(f"No such destination: '{id}'", code="resource_missing", param="destination")
    if account["capabilities"].get("transfers") != "active":
        message = (
            "Your destination account needs to have at least one of the following capabilities enabled: "
            "transfers, crypto_transfers, legacy_payments"
        )
        raise invalid(message, code="insufficient_capabilities_for_transfer")
    return account


def _requirements(due: list[str]) -> Resource:
    return {
        "currently_due": due,
        "disabled_reason": "requirements.past_due" if due else None,
        "eventually_due": due,
        "past_due": due,
        "pending_verification": [],
    }


ROUTES: list[Route] = [
    route(
        "POST",
        "/v1/accounts",
        create,
        type=Text(choices=("custom", "express", "standard")),
        country=Text(),
        controller=CONTROLLER,
        **DETAILS,
    ),
    route("GET", "/v1/accounts", list_all, **PAGING),
    route("GET", "/v1/accounts/{id}", retrieve),
    route("POST", "/v1/accounts/{id}", update, **DETAILS),
    route(
        "POST",
        "/v1/account_links",
        link,
        account=Text(required=True),
        type=Text(choices=("account_onboarding", "account_update"), required=True),
        refresh_url=Text(required=True),
        return_url=Text(required=True),
    ),
]
