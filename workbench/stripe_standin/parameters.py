"""What a call accepts, declared per route. What is not declared is refused, as the real API refuses it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import StripeError, invalid, missing

LONGEST_LABEL_NAME = 40
LONGEST_LABEL = 500
MOST_LABELS = 50
WHOLE = re.compile(r"-?[0-9]{1,15}")


@dataclass(frozen=True)
class Kind:
    """One parameter.

    `read` turns what was sent into a value, or raises a StripeError that names the parameter.
    """

    required: bool = False

    def read(self, value: Any, name: str) -> Any:
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Kind):
    """A string; a closed list when `choices` is given. Sent empty, it unsets what is `clearable`."""

    choices: tuple[str, ...] = ()
    clearable: bool = False

    def read(self, value: Any, name: str) -> str | None:
        if not isinstance(value, str):
            raise invalid("Invalid string: expected a scalar.", param=name)
        if value == "" and self.clearable:
            return None
        if value == "":
            raise _cannot_unset(name)
        if self.choices and value not in self.choices:
            raise invalid(f"Invalid {name}: must be one of {_listed(self.choices)}", param=name)
        return value


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number: an amount in the smallest unit of its currency, or a moment in seconds since 1970."""

    least: int = 0

    def read(self, value: Any, name: str) -> int:
        if not (isinstance(value, str) and WHOLE.fullmatch(value)):
            message = f"Invalid integer: {value}"
            raise invalid(message, code="parameter_invalid_integer", param=name)
        number = int(value)
        if number < self.least:
            message = f"This value must be greater than or equal to {self.least}."
            raise invalid(message, code="parameter_invalid_integer", param=name)
        return number


@dataclass(frozen=True)
class Flag(Kind):
    """`true` or `false`."""

    def read(self, value: Any, name: str) -> bool:
        if value not in ("true", "false"):
            raise invalid(f"Invalid boolean: {value}", param=name)
        return bool(value == "true")


@dataclass(frozen=True)
class Texts(Kind):
    """A list of strings."""

    def read(self, value: Any, name: str) -> list[str]:
        if not isinstance(value, dict) or not all(isinstance(row, str) for row in value.values()):
            raise invalid("Invalid array", param=name)
        return list(value.values())


@dataclass(frozen=True)
class Labels(Kind):
    """Metadata. An empty value removes its key; metadata sent empty removes them all (read as None)."""

    def read(self, value: Any, name: str) -> dict[str, str] | None:
        if value == "":
            return None
        if not isinstance(value, dict) or not all(
            isinstance(label, str) for label in value.values()
        ):
            raise invalid("Invalid object", param=name)
        for key, label in value.items():
            _check_label(key, label, name)
        return dict(value)


@dataclass(frozen=True)
class Group(Kind):
    """Named parameters, at the top of a call or nested in one."""

    fields: Mapping[str, Kind] = field(default_factory=dict)

    def read(self, value: Any, name: str = "") -> dict[str, Any]:
        if not isinstance(value, dict):
            raise invalid("Invalid object", param=name)
        self._refuse_unknown(value, name)
        for key, kind in self.fields.items():
            if kind.required and key not in value:
                raise missing(_inside(name, key))
        return {key: self.fields[key].read(sent, _inside(name, key)) for key, sent in value.items()}

    def _refuse_unknown(self, value: dict[str, Any], name: str) -> None:
        unknown = [_inside(name, key) for key in value if key not in self.fields]
        if unknown:
            word = "parameter" if len(unknown) == 1 else "parameters"
            message = f"Received unknown {word}: {', '.join(unknown)}"
            raise invalid(message, code="parameter_unknown", param=unknown[0])


def group(**fields: Kind) -> Group:
    """A Group written like a call: `group(enabled=Flag(required=True))`."""
    return Group(fields=fields)


def change_labels(resource: dict[str, Any], labels: dict[str, str] | None) -> None:
    """Merge sent metadata into a resource's own."""
    if labels is None:
        resource["metadata"] = {}
        return
    merged = resource["metadata"] | labels
    resource["metadata"] = {key: label for key, label in merged.items() if label != ""}
    if len(resource["metadata"]) > MOST_LABELS:
        raise invalid(f"You may only specify up to {MOST_LABELS} metadata keys.", param="metadata")


def _cannot_unset(name: str) -> StripeError:
    message = (
        f"You passed an empty string for '{name}'. We assume empty values are an attempt to unset "
        f"a parameter; however '{name}' cannot be unset. You should remove '{name}' from your "
        "request or supply a non-empty value."
    )
    return invalid(message, code="parameter_invalid_empty", param=name)


def _inside(name: str, key: str) -> str:
    return f"{name}[{key}]" if name else key


def _listed(choices: tuple[str, ...]) -> str:
    *first, last = choices
    return f"{', '.join(first)}, or {last}" if len(first) > 1 else " or ".join(choices)


def _check_label(key: str, label: str, name: str) -> None:
    if len(key) > LONGEST_LABEL_NAME:
        raise invalid(f"Metadata keys can have up to {LONGEST_LABEL_NAME} characters.", param=name)
    if len(label) > LONGEST_LABEL:
        raise invalid(
            f"Metadata values can have up to {LONGEST_LABEL} characters.", param=f"{name}[{key}]"
        )


ADDRESS = group(
    line1=Text(clearable=True),
    line2=Text(clearable=True),
    city=Text(clearable=True),
    postal_code=Text(clearable=True),
    state=Text(clearable=True),
    country=Text(clearable=True),
)
SHIPPING = group(name=Text(required=True), phone=Text(clearable=True), address=ADDRESS)
EXPAND = Texts()
