"""Pictograms and the small helpers of components."""

import csv
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from django.utils.text import slugify

from commons.cms.templatetags import design

ROOT = Path(__file__).resolve().parents[3]
PLANTS = ROOT / "site/commons/plants/data/plants.csv"
PICTOGRAMS = sorted((ROOT / "site/static/pictograms").glob("*.svg"))


def test_a_pictogram_is_found_by_its_french_name() -> None:
    assert design.pictogram("Épinard") == design.pictogram("epinard")
    assert design.pictogram("œuf") == design.pictogram("oeuf")
    assert 'aria-hidden="true"' in design.pictogram("poireau")


def test_an_unknown_plant_is_drawn_as_a_seedling() -> None:
    assert design.pictogram("oca du Pérou") == design.pictogram(design.GENERIC_PICTOGRAM)


def test_every_plant_of_the_demonstration_is_drawn() -> None:
    drawn = {path.stem for path in PICTOGRAMS}
    with PLANTS.open(encoding="utf-8", newline="") as file:
        missing = [
            row["name_fr"] for row in csv.DictReader(file) if slugify(row["name_fr"]) not in drawn
        ]
    assert not missing


def test_a_label_is_read_aloud_and_escaped() -> None:
    assert 'role="img" aria-label="&lt;b&gt;"' in design.pictogram("poireau", label="<b>")


@pytest.mark.parametrize("path", PICTOGRAMS, ids=lambda path: path.stem)
def test_pictograms_are_of_one_family(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 64 64"
    assert root.get("stroke") == "currentColor"
    assert path.stem == slugify(path.stem)
    assert path.stat().st_size <= 2000


def test_seat_dots_fill_from_the_left() -> None:
    assert design.seat_dots(2, 3) == [True, True, False]


def test_what_is_left_is_never_below_zero() -> None:
    assert design.minus(3, 5) == 0


def test_a_row_of_the_wrong_length_is_refused() -> None:
    assert design.beside(["12", "kg"], ["a", "b"]) == [("12", "a"), ("kg", "b")]
    with pytest.raises(ValueError, match="longer"):
        design.beside(["12"], ["a", "b"])


def test_the_strip_has_twelve_months_and_one_present() -> None:
    strip = design.twelve_months({1, 12})
    assert [month["letter"] for month in strip] == list("JFMAMJJASOND")
    assert [month["on"] for month in strip] == [True] + [False] * 10 + [True]
    assert sum(month["now"] for month in strip) == 1
