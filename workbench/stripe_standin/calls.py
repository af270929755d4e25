"""One call to the API, and the table entry that says who serves it."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from .parameters import EXPAND, Group, Kind
from .vault import Resource, Vault, new_id, now

API_VERSION = "2026-10-28.endive"
"""The version stripe-python 16.1 is pinned to: events are written in it."""


@dataclass
class Call:
    """What a verb is given. `by_browser` tells a publishable key, which sees and does less."""

    vault: Vault
    public_url: str
    params: dict[str, Any] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    by_browser: bool = False
    request_id: str | None = None
    idempotency_key: str | None = None
    happened: list[Resource] = field(default_factory=list)

    def sent(self, name: str, default: Any = None) -> Any:
        """The parameter, or the default when it was not sent."""
        return self.params.get(name, default)

    def emit(self, type: str, resource: Resource) -> None:
        """Record an event with a copy of the resource as it is now.

        The courier carries it once the call is done.
        """
        event = {
            "id": new_id("evt_3"),
            "object": "event",
            "api_version": API_VERSION,
            "created": now(),
            "data": {"object": public(copy.deepcopy(resource))},
            "livemode": False,
            "pending_webhooks": 0,
            "request": {"id": self.request_id, "idempotency_key": self.idempotency_key},
            "type": type,
        }
        self.happened.append(self.vault.put(event))


Verb = Callable[[Call], Resource]


@dataclass(frozen=True)
class Route:
    """A method, a path such as `/v1/refunds/{id}`, the parameters it accepts, the verb that serves it."""

    method: str
    path: str
    verb: Verb
    accepts: Group
    for_browsers: bool = False

    def ids(self, path: str) -> tuple[str, ...] | None:
        """The ids in this path, or None when the path is another's."""
        pattern = re.sub(r"\{\w+\}", "([^/]+)", self.path)
        match = re.fullmatch(pattern, path)
        return match.groups() if match else None


def route(method: str, path: str, verb: Verb, **accepts: Kind) -> Route:
    """A Route for the secret key alone; every call also accepts `expand`."""
    return Route(method, path, verb, Group(fields={"expand": EXPAND, **accepts}))


def open_route(method: str, path: str, verb: Verb, **accepts: Kind) -> Route:
    """A Route for browsers too, which come with the publishable key."""
    return replace(route(method, path, verb, **accepts), for_browsers=True)


def public(resource: Resource) -> Resource:
    """The resource without the stand-in's own notes."""
    return {name: value for name, value in resource.items() if not name.startswith("_")}
