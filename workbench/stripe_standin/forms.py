"""Reads the nested form encoding of Stripe requests: `a[b]=c`, `expand[]=x`, `items[0][price]=y`."""

import re
from typing import Any
from urllib.parse import parse_qsl

NAME = re.compile(r"^([^\[\]]+)((?:\[[^\[\]]*\])*)$")
PART = re.compile(r"\[([^\[\]]*)\]")

Form = dict[str, Any]


def parse(encoded: str) -> Form:
    """Return nested dicts of strings. A list is a dict keyed by "0", "1"…; parameters.py makes it a list."""
    form: Form = {}
    for name, value in parse_qsl(encoded, keep_blank_values=True):
        _insert(form, _path(name), value)
    return form


def _path(name: str) -> list[str]:
    match = NAME.match(name)
    if not match:
        return [name]
    return [match[1], *PART.findall(match[2])]


def _insert(form: Form, path: list[str], value: str) -> None:
    for part in path[:-1]:
        inner = form.setdefault(part or str(len(form)), {})
        if not isinstance(inner, dict):
            inner = form[part] = {}
        form = inner
    form[path[-1] or str(len(form))] = value
