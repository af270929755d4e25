"""Every pair of text and ground that the style sheets use can be read, by day and by night."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[3] / "site/static/css/tokens.css"
COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")

PAINTS = ["leaf", "tomato", "plum"]
GROUNDS = ["paper", "card", "sunk"]

# (words, ground); WCAG 2.2 asks 4.5 for text, 3 for the edge of a control.
TEXT_PAIRS = [
    *(
        ("ink", ground)
        for ground in [*GROUNDS, "leaf-tint", "tomato-tint", "plum-tint", "squash-tint"]
    ),
    *(
        ("ink-soft", ground)
        for ground in [*GROUNDS, "leaf-tint", "tomato-tint", "plum-tint", "squash-tint"]
    ),
    *((paint, ground) for paint in PAINTS for ground in GROUNDS),
    *((f"{paint}-deep", f"{paint}-tint") for paint in [*PAINTS, "squash"]),
    *((f"{paint}-deep", ground) for paint in [*PAINTS, "squash"] for ground in GROUNDS),
    *((f"on-{paint}", paint) for paint in [*PAINTS, "squash"]),
    ("tomato-deep", "squash-tint"),
    ("paper", "ink"),
    ("chalk", "slate"),
    ("chalk-soft", "slate"),
    ("chalk-yellow", "slate"),
    ("on-earth", "earth"),
    ("earth-soft", "earth"),
]
EDGE_PAIRS = [("edge", ground) for ground in GROUNDS] + [
    (paint, f"{paint}-tint") for paint in PAINTS
]
LONG_READING = [("ink", ground) for ground in GROUNDS] + [
    ("ink-soft", ground) for ground in GROUNDS
]


def read_tokens() -> dict[str, dict[str, str]]:
    """The hexadecimal colours by mode; what night does not repaint keeps its colour of the day."""
    day, night = TOKENS.read_text().split("prefers-color-scheme: dark", maxsplit=1)
    light = dict(COLOUR.findall(day))
    return {"light": light, "dark": light | dict(COLOUR.findall(night))}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    bright, dim = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("pairs", "least"),
    [(TEXT_PAIRS, 4.5), (LONG_READING, 6.5), (EDGE_PAIRS, 3.0)],
    ids=["text", "long reading", "edges"],
)
def test_pairs_stand_out(mode: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = read_tokens()[mode]
    measured = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in measured.items() if ratio < least}


def test_black_on_white_measures_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
