"""The colours of static/css/tokens.css, and whether words painted on a ground can be read."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")
NIGHT = "prefers-color-scheme: dark"

PAINTS = ("leaf", "tomato", "plum")
TINTS = ("leaf-tint", "tomato-tint", "plum-tint", "squash-tint")
GROUNDS = ("paper", "card", "sunk")

TEXT_AT_LEAST = 4.5
EDGE_AT_LEAST = 3.0

# (words, ground); WCAG 2.2 asks 4.5 for text, 3 for the edge of a control.
TEXT_PAIRS = (
    *((ink, ground) for ink in ("ink", "ink-soft") for ground in (*GROUNDS, *TINTS)),
    *((paint, ground) for paint in PAINTS for ground in GROUNDS),
    *((f"{paint}-deep", f"{paint}-tint") for paint in (*PAINTS, "squash")),
    *((f"{paint}-deep", ground) for paint in (*PAINTS, "squash") for ground in GROUNDS),
    *((f"on-{paint}", paint) for paint in (*PAINTS, "squash")),
    ("tomato-deep", "squash-tint"),
    ("paper", "ink"),
    ("chalk", "slate"),
    ("chalk-soft", "slate"),
    ("chalk-yellow", "slate"),
    ("on-earth", "earth"),
    ("earth-soft", "earth"),
    ("chalk-yellow", "earth"),
)
EDGE_PAIRS = (
    *(("edge", ground) for ground in GROUNDS),
    *((paint, f"{paint}-tint") for paint in PAINTS),
)
LONG_READING = tuple((ink, ground) for ink in ("ink", "ink-soft") for ground in GROUNDS)


def read_tokens() -> dict[str, dict[str, str]]:
    """The colours by scheme ("light", "dark"); what night does not repaint keeps its colour of the day."""
    path = finders.find("css/tokens.css")
    day, night = Path(str(path)).read_text(encoding="utf-8").split(NIGHT, maxsplit=1)
    light = dict(COLOUR.findall(day))
    return {"light": light, "dark": light | dict(COLOUR.findall(night))}


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """From 1, no difference, to 21, black on white."""
    bright, dim = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)
