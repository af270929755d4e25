"""What was promised to somebody: seats, orders, a plot.

Each trade says its own in its ``mine.py``; the person's page shows all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db.models import Q

from commons.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One thing to come to, or to wait for. ``at`` is its date when it has one; ``tag`` what is to be done about it."""

    title: str
    url: str = ""
    at: datetime | None = None
    notes: list[str] = field(default_factory=list)
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class Promises:
    """Those of one trade, and the way to more of them. ``invitation`` is said when there are none."""

    trade: Literal["market", "workshops", "gardens"]
    title: str
    promises: list[Promise]
    invitation: str
    url: str
    label: str


# Reads the promises made to ``person`` that still stand at ``now``.
Read = Callable[..., Promises]

_reads: dict[str, Read] = {}


def register(trade: str, read: Read) -> None:
    """Called by a trade's ``AppConfig.ready()``."""
    if _reads.setdefault(trade, read) != read:
        raise ValueError(f"two readers of promises for {trade}")


def gather(person: Person, *, now: datetime) -> list[Promises]:
    """Of every trade; those that hold something first."""
    found = [read(person=person, now=now) for read in _reads.values()]
    return sorted(found, key=lambda promises: not promises.promises)


def whose(person: Person) -> Q:
    """Rows written for a person: under their account, or to their address before they had one.

    Nobody signs in before their address is verified, and the mail that went to it holds the same links.
    """
    return Q(person=person) | Q(person=None, email__iexact=person.email)
