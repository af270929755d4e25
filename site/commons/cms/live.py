"""Editing knows no trade: each trade says here which of its facts a page may show, always up to date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# What the template is given: facts read at ``now``, at most ``limit`` of them.
Read = Callable[..., dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class LiveList:
    """A list of the moment: its name in the editor's menu, how it is read, and the template that shows it."""

    label: Any
    template: str
    read: Read

    def facts(self, *, now: datetime, limit: int) -> dict[str, Any]:
        return self.read(now=now, limit=limit)


_lists: dict[str, LiveList] = {}


def register(key: str, live_list: LiveList) -> None:
    """Called by a trade's ``AppConfig.ready()``."""
    if _lists.setdefault(key, live_list) != live_list:
        raise ValueError(f"two live lists for the key {key}")


def get(key: str) -> LiveList | None:
    """None for a list nobody registers any more: a page written with it still opens."""
    return _lists.get(key)


def choices() -> Iterable[tuple[str, Any]]:
    """For the editor's menu, in the order of their keys."""
    return [(key, _lists[key].label) for key in sorted(_lists)]
