"""What waits for somebody at the desk. Each trade says its own in its ``waiting.py``; the desk's home shows all."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing, where to do it, and what makes it press; ``url`` is empty where there is nothing to open."""

    text: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """Things of one kind. ``more`` says how many others there are, behind ``url``."""

    title: str
    icon: str
    lines: list[Line] = field(default_factory=list)
    url: str = ""
    more: str = ""
    kind: Literal["", "market", "workshops", "gardens"] = ""
