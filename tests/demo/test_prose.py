"""The texts of the demo: each in both languages, and the French ones set as French is."""

import re

import pytest

from demo.collective import prose

FRENCH = sorted(prose.DATA.rglob("*.fr.md"))
BREAKABLE = re.compile(r" [;:?!»€]|« |\d h\b|[a-zé]'[a-zé]")


def name_of(path) -> str:
    return path.relative_to(prose.DATA).as_posix().removesuffix(".fr.md")


@pytest.mark.parametrize("path", FRENCH, ids=name_of)
def test_a_text_has_its_twin_with_as_many_blocks(path):
    french, english = (prose.read(name_of(path), language=code) for code in ("fr", "en"))
    assert [kind for kind, _block in french.body] == [kind for kind, _block in english.body]
    assert bool(french.byline) == bool(english.byline)
    assert max(len(french.lead), len(english.lead)) <= 300


@pytest.mark.parametrize("path", FRENCH, ids=name_of)
def test_french_spaces_do_not_break(path):
    assert BREAKABLE.findall(path.read_text(encoding="utf-8")) == []


def test_blocks_of_a_text():
    words = prose.read("articles/ou-va-chaque-euro", language="fr")
    kinds = [kind for kind, _block in words.body]
    assert kinds == ["text", "quote", "text"]
    assert words.body[1][1]["who"] == "Sana, Maraîchage du Moulin"
    assert "<ul><li>8,20\u202f€" in words.body[0][1].source
