"""One hand drew them all, and nothing that is sold or grown is left without its drawing."""

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.utils.text import slugify

from demo.collective.wares import WARES

ROOT = Path(__file__).resolve().parents[3]
DRAWINGS = sorted((ROOT / "site/static/pictograms").glob("*.svg"))
PLANTS = ROOT / "site/commons/plants/data/plants.csv"
HAND = {
    "viewBox": "0 0 64 64",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
COLOURS = {"none", "currentColor", "var(--tint, #e1edd7)"}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_each_is_drawn_by_the_same_hand(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert {name: root.get(name) for name in HAND} == HAND
    painted = {part.get(name) for part in root.iter() for name in ("fill", "stroke")}
    assert painted - {None} <= COLOURS
    assert "var(--tint, #e1edd7)" in painted
    assert not [part for part in root.iter() if part.get("style")]
    assert path.stat().st_size <= 2_500


def test_every_plant_has_one() -> None:
    drawn = {path.stem for path in DRAWINGS}
    with PLANTS.open(encoding="utf-8") as sheet:
        names = [row["name_fr"] for row in csv.DictReader(sheet)]
    assert not {name for name in names if slugify(name.replace("œ", "oe")) not in drawn}


def test_every_product_of_the_demo_has_one() -> None:
    drawn = {path.stem for path in DRAWINGS}
    wares = [ware for stall in WARES.values() for ware in stall]
    assert not {ware.fr for ware in wares if (ware.pictogram or ware.plant) not in drawn}
