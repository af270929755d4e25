"""/_standin: plan trouble, look at deliveries, start afresh. For tests and for whoever shows the demo.

A request must be JSON, which no page of another origin can send without leave: hence no password
on a loopback port.
"""

import json
import os
from dataclasses import fields
from typing import Any

from . import accounts, mischief, payments, refunds
from .errors import StripeError, invalid
from .exchange import Reply, Request, as_json
from .mischief import Plan
from .standin import Standin
from .vault import new_id, now


def answer(standin: Standin, request: Request) -> Reply:
    """The answer to one request below /_standin."""
    serve = SERVED.get((request.method, request.path))
    if not serve:
        return as_json(
            404, {"error": f"Known: {', '.join(f'{method} {path}' for method, path in SERVED)}"}
        )
    try:
        return as_json(200, serve(standin, _order(request)))
    except (StripeError, TypeError, KeyError, ValueError) as error:
        return as_json(400, {"error": str(error)})


def health(standin: Standin, order: dict[str, Any]) -> dict[str, Any]:
    """Says that it runs, and as which process."""
    return {"ok": True, "pid": os.getpid()}


def control(standin: Standin, order: dict[str, Any]) -> dict[str, Any]:
    """Do each thing the order names: README.md lists them."""
    for name, what in order.items():
        if name not in ORDERS:
            raise invalid(f"Unknown order: {name}. Known: {', '.join(ORDERS)}")
        ORDERS[name](standin, what)
    return {"ok": True}


def deliveries(standin: Standin, order: dict[str, Any]) -> dict[str, Any]:
    """Every delivery, oldest first, with its attempts."""
    with standin.vault.lock:
        return {"deliveries": [dict(delivery) for delivery in standin.vault.deliveries.values()]}


def redeliver(standin: Standin, order: dict[str, Any]) -> dict[str, Any]:
    """Send an event once more."""
    event = standin.vault.find("event", order["event"])
    return {"delivery": standin.courier.send_again(event)["id"]}


def reset(standin: Standin, order: dict[str, Any]) -> dict[str, Any]:
    """Forget everything, plans included, once the delivery in hand has arrived."""
    with standin.courier.in_hand, standin.vault.lock:
        standin.vault.empty()
        standin.mischief.clear()
    return {"ok": True}


def _order(request: Request) -> dict[str, Any]:
    if request.method == "GET":
        return {}
    if not request.headers.get("Content-Type", "").startswith("application/json"):
        raise ValueError("Send JSON, with Content-Type: application/json.")
    return dict(json.loads(request.body or "{}"))


def _plan(what: dict[str, Any], kinds: tuple[str, ...]) -> Plan:
    unknown = what.keys() - {field.name for field in fields(Plan)}
    if unknown or what.get("kind") not in kinds:
        raise ValueError(
            f"A plan has a kind among {', '.join(kinds)}; unknown fields: {sorted(unknown)}"
        )
    return Plan(**what)


def _plan_calls(standin: Standin, what: dict[str, Any]) -> None:
    standin.mischief.for_calls.append(_plan(what, mischief.CALLS))


def _plan_deliveries(standin: Standin, what: dict[str, Any]) -> None:
    standin.mischief.for_deliveries.append(_plan(what, mischief.DELIVERIES))


def _forge(standin: Standin, what: dict[str, Any]) -> None:
    """Send what no payment caused, as an impostor would: signed with another secret unless `signed`."""
    event = {
        "id": new_id("evt_3"),
        "object": "event",
        "created": now(),
        "livemode": False,
        "pending_webhooks": 1,
    }
    event |= {"type": what["type"], "data": {"object": what.get("object", {})}}
    standin.courier.send_again(event, manner="once" if what.get("signed") else "tamper")


def _release(standin: Standin, what: Any) -> None:
    standin.courier.release()


def _onboard(standin: Standin, what: dict[str, Any]) -> None:
    account = standin.vault.find("account", what["id"])
    enabled = what.get("enabled", True)
    standin.perform(standin.call(), lambda call: accounts.onboard(call, account, enabled=enabled))


def _settle(standin: Standin, what: dict[str, Any]) -> None:
    refund = standin.vault.find("refund", what["id"])
    succeeded = what["status"] == "succeeded"
    standin.perform(standin.call(), lambda call: refunds.settle(call, refund, succeeded=succeeded))


def _expire(standin: Standin, what: str) -> None:
    """Seven days pass for an authorisation nobody captured."""
    intent = standin.vault.find("payment_intent", what)
    if intent["status"] != "requires_capture":
        raise ValueError(f"{what} holds no authorisation.")
    standin.perform(
        standin.call(), lambda call: payments.give_up(call, intent, "expired", expired=True)
    )


def _clear(standin: Standin, what: Any) -> None:
    standin.mischief.clear()


ORDERS = {
    "account": _onboard,
    "calls": _plan_calls,
    "clear": _clear,
    "deliveries": _plan_deliveries,
    "expire": _expire,
    "forge": _forge,
    "refund": _settle,
    "release": _release,
}
SERVED = {
    ("GET", "/_standin/health"): health,
    ("GET", "/_standin/deliveries"): deliveries,
    ("POST", "/_standin/control"): control,
    ("POST", "/_standin/redeliver"): redeliver,
    ("POST", "/_standin/reset"): reset,
}
