"""The drawings that editors may put at the head of a page."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from commons.cms.models import StoryPage

DRAWINGS = Path(__file__).resolve().parents[3] / "site/static/illustrations"


@pytest.mark.parametrize("name", [name for name in StoryPage.Illustration.values if name])
def test_each_choice_of_an_editor_is_drawn(name: str) -> None:
    path = DRAWINGS / f"{name}.svg"
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 480 320"
    assert path.stat().st_size <= 16_000


def test_each_drawing_can_be_chosen() -> None:
    drawn = {path.stem for path in DRAWINGS.glob("*.svg")}
    assert drawn <= set(StoryPage.Illustration.values)
