"""The checker of the desk names what our rules name."""

import re

import pytest

from content.checker import Checker

CHECKS = {check["id"]: check for check in Checker.axe_custom_checks}


@pytest.mark.parametrize(
    ("alt", "is_bad"),
    [
        ("DSC_0012.jpg", True),
        ("Image d’un panier", False),
        ("Image de panier", True),
        ("Un panier, " * 20, True),
        ("Un panier de carottes sur l’étal de Sana", False),
    ],
)
def test_an_alternative_text_is_short_and_says_what_is_seen(alt, is_bad):
    pattern = CHECKS["check-image-alt-text"]["options"]["pattern"]
    assert bool(re.search(pattern, alt, re.IGNORECASE)) is is_bad


def test_headings_follow_their_order():
    assert "heading-order" in Checker.axe_run_only
