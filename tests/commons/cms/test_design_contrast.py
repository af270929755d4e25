"""Every pair of text and ground that the style sheets use can be read, by day and by night."""

import re
from pathlib import Path

import pytest

from commons.cms import paints
from commons.cms.paints import contrast, read_tokens

SHEETS = sorted((Path(__file__).resolve().parents[3] / "site/static/css").glob("*.css"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
WORDS = re.compile(r"(?:^|[;\s])color:\s*var\(--([\w-]+)\)")
GROUND = re.compile(r"background(?:-color)?:\s*var\(--([\w-]+)\)\s*(?:;|$)")

# What a rule paints with the accent of whatever trade speaks.
TRADES = {
    "accent": ("tomato", "plum", "leaf"),
    "accent-tint": ("tomato-tint", "plum-tint", "leaf-tint"),
    "accent-deep": ("tomato-deep", "plum-deep", "leaf-deep"),
    "on-accent": ("on-tomato", "on-plum", "on-leaf"),
}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("pairs", "least"),
    [
        (paints.TEXT_PAIRS, paints.TEXT_AT_LEAST),
        (paints.LONG_READING, 6.5),
        (paints.EDGE_PAIRS, paints.EDGE_AT_LEAST),
    ],
    ids=["text", "long reading", "edges"],
)
def test_pairs_stand_out(mode: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = read_tokens()[mode]
    measured = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in measured.items() if ratio < least}


def pairs_written_in(sheet: Path) -> set[tuple[str, str]]:
    """(words, ground) of each rule that sets both, with the accent said for every trade."""
    found = set()
    for _selector, body in RULE.findall(sheet.read_text(encoding="utf-8")):
        words, ground = WORDS.search(body), GROUND.search(body)
        if words and ground:
            written = (words[1], ground[1])
            painted = [TRADES.get(name, (name,) * 3) for name in written]
            found |= set(zip(*painted, strict=True))
    return found


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_what_a_rule_writes_on_its_own_ground_can_be_read(sheet: Path, mode: str) -> None:
    colours = read_tokens()[mode]
    measured = {
        pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2)
        for pair in pairs_written_in(sheet)
        if set(pair) <= set(colours)
    }
    assert not {pair: ratio for pair, ratio in measured.items() if ratio < paints.TEXT_AT_LEAST}


def test_rules_are_found() -> None:
    parts = next(sheet for sheet in SHEETS if sheet.stem == "parts")
    assert ("on-plum", "plum") in pairs_written_in(parts)


def test_black_on_white_measures_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
