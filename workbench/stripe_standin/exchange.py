"""An HTTP request as the parts see it, and what they answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Request:
    """`path` is without its query; `headers` looks names up in any case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: str

    @property
    def fields(self) -> dict[str, str]:
        """Query and form of a page, flat."""
        return dict(parse_qsl(self.query) + parse_qsl(self.body))


@dataclass
class Reply:
    """An answer, or silence: when `lost`, the connection is closed without a word."""

    status: int = 200
    body: str = ""
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    lost: bool = False


def as_json(status: int, body: Any, **headers: str) -> Reply:
    """A JSON answer, laid out as Stripe lays out its own."""
    return Reply(status, json.dumps(body, indent=2), "application/json", headers)


def see_other(address: str) -> Reply:
    """Send the browser elsewhere, with GET."""
    return Reply(303, "", headers={"Location": address})
