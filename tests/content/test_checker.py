"""The checker of the desk names what our rules name."""

import re
from contextlib import nullcontext

import pytest
from django.core.exceptions import ValidationError
from wagtail.rich_text import RichText

from commons.cms.blocks import TextBlock
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


@pytest.mark.parametrize(
    ("link", "is_vague"),
    [
        ("ici", True),
        ("<b>Cliquez ici</b>", True),
        ("Click here.", True),
        ("les horaires d’ici", False),
        ("les horaires du marché", False),
    ],
)
def test_a_link_says_where_it_leads(link, is_vague):
    """axe cannot judge words without a script: the text itself is refused, when it is saved."""
    text = RichText(f'<p>Ils sont là : <a href="/marche/">{link}</a></p>')
    with pytest.raises(ValidationError) if is_vague else nullcontext():
        TextBlock().clean(text)


def test_headings_follow_their_order():
    assert "heading-order" in Checker.axe_run_only
