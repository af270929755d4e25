"""List objects: newest first, cut in pages by id."""

from collections.abc import Iterable
from typing import Any

from .calls import Call, public
from .errors import invalid, no_such
from .parameters import Kind, Text, Whole, group
from .vault import Resource

MOST = 100

PAGING: dict[str, Kind] = {
    "limit": Whole(least=1),
    "starting_after": Text(),
    "ending_before": Text(),
    "created": group(gt=Whole(), gte=Whole(), lt=Whole(), lte=Whole()),
}

COMPARE = {
    "gt": int.__gt__,
    "gte": int.__ge__,
    "lt": int.__lt__,
    "lte": int.__le__,
}


def listed(call: Call, resources: Iterable[Resource], url: str) -> Resource:
    """The page the call asks for. `resources` come oldest first."""
    bounds = call.sent("created", {})
    rows = [row for row in resources if _within(row, bounds)]
    rows.reverse()
    page, more = _page(rows, call.params)
    return {"object": "list", "data": [public(row) for row in page], "has_more": more, "url": url}


def _within(row: Resource, bounds: dict[str, int]) -> bool:
    return all(COMPARE[name](row["created"], moment) for name, moment in bounds.items())


def _page(rows: list[Resource], params: dict[str, Any]) -> tuple[list[Resource], bool]:
    limit = params.get("limit", 10)
    if limit > MOST:
        message = f"This value must be less than or equal to {MOST}."
        raise invalid(message, code="parameter_invalid_integer", param="limit")
    if "ending_before" in params:
        before = rows[: _place(rows, params["ending_before"], "ending_before")]
        return before[-limit:], len(before) > limit
    start = (
        _place(rows, params["starting_after"], "starting_after") + 1
        if "starting_after" in params
        else 0
    )
    return rows[start : start + limit], len(rows) > start + limit


def _place(rows: list[Resource], id: str, param: str) -> int:
    for place, row in enumerate(rows):
        if row["id"] == id:
            return place
    raise no_such("object", id, param=param, status=400)
