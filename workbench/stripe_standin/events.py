"""Events: what happened, in order. Recorded by `Call.emit`, carried by webhooks.py, read here."""

from fnmatch import fnmatchcase

from .calls import Call, Route, route
from .lists import PAGING, listed
from .parameters import Flag, Text, Texts
from .vault import Resource


def retrieve(call: Call) -> Resource:
    return call.vault.find("event", call.ids[0])


def list_all(call: Call) -> Resource:
    """Events, newest first, perhaps of some types (`payment_intent.*`) or yet to be delivered."""
    rows = [event for event in call.vault.every("event") if _wanted(call, event)]
    return listed(call, rows, "/v1/events")


def _wanted(call: Call, event: Resource) -> bool:
    params = call.params
    patterns = params.get("types", [params["type"]] if "type" in params else ["*"])
    if "delivery_success" in params and params["delivery_success"] != (
        event["pending_webhooks"] == 0
    ):
        return False
    return any(fnmatchcase(event["type"], pattern) for pattern in patterns)


ROUTES: list[Route] = [
    route(
        "GET", "/v1/events", list_all, type=Text(), types=Texts(), delivery_success=Flag(), **PAGING
    ),
    route("GET", "/v1/events/{id}", retrieve),
]
