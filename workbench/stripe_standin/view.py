"""What of a resource a caller gets to see: `expand`, and the short form for browsers."""

import copy
from typing import Any

from .calls import Call, public
from .errors import StripeError, invalid
from .vault import Resource, Vault

SECRETS_OF_THE_SELLER = (
    "metadata",
    "customer",
    "latest_charge",
    "transfer_group",
    "amount_received",
    "amount_capturable",
    "on_behalf_of",
)
"""A publishable key sees an intent without these."""


def render(call: Call, resource: Resource) -> Resource:
    """The answer to a call: a copy, expanded as asked."""
    shown = copy.deepcopy(public(resource))
    if call.by_browser:
        return _for_browsers(shown)
    for path in call.sent("expand", []):
        _expand(call.vault, shown, path.split("."), path)
    return shown


def render_error(call: Call, error: StripeError) -> dict[str, Any]:
    """The body of a refusal; the intent it carries is shown as short as the intent itself."""
    fields = error.body()["error"]
    if call.by_browser:
        intents = {"payment_intent", "setup_intent"} & fields.keys()
        fields = fields | {name: _for_browsers(fields[name]) for name in intents}
    return {"error": fields}


def _for_browsers(resource: Resource) -> Resource:
    return {name: value for name, value in resource.items() if name not in SECRETS_OF_THE_SELLER}


def _expand(vault: Vault, holder: Any, parts: list[str], path: str) -> None:
    name, *rest = parts
    if not isinstance(holder, dict) or name not in holder:
        raise _cannot_expand(path)
    if name == "data" and isinstance(holder[name], list):
        for row in holder[name]:
            _expand(vault, row, rest, path)
        return
    holder[name] = _opened(vault, holder[name], path)
    if rest and holder[name] is not None:
        _expand(vault, holder[name], rest, path)


def _opened(vault: Vault, value: Any, path: str) -> Any:
    if isinstance(value, str):
        if value not in vault.resources:
            raise _cannot_expand(path)
        return copy.deepcopy(public(vault.resources[value]))
    return value


def _cannot_expand(path: str) -> Exception:
    return invalid(f"This property cannot be expanded ({path}).", param="expand")
