"""Allergens were a sentence: what it said is chosen, what the choices do not say is kept."""

from importlib import import_module

import pytest

migration = import_module("market.migrations.0010_what_the_law_wants_said")


@pytest.mark.parametrize(
    ("sentence", "codes", "kept"),
    [
        ("aucun", ["aucun"], ""),
        ("Aucun", ["aucun"], ""),
        ("lait", ["lait"], ""),
        ("gluten (seigle, blé)", ["gluten"], "seigle, blé"),
        ("gluten (blé), œuf, lait", ["gluten", "oeufs", "lait"], "blé"),
        ("Traces possibles de noix", ["fruits-a-coque"], "Traces possibles de noix"),
        ("aucun (traces de noix)", ["fruits-a-coque"], "aucun (traces de noix)"),
        ("selon arrivage", [], "selon arrivage"),
        ("beurre, amandes", ["lait", "fruits-a-coque"], "beurre, amandes"),
    ],
)
def test_a_sentence_becomes_choices_and_loses_no_word(sentence, codes, kept):
    assert migration.codes_in(sentence) == codes
    assert migration.rest_of(sentence, migration.PLAIN_FRENCH) == kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [("none", ""), ("gluten (wheat), egg, milk", "wheat"), ("cow’s milk", "cow’s milk")],
)
def test_the_english_words_are_kept_likewise(sentence, kept):
    assert migration.rest_of(sentence, migration.PLAIN_ENGLISH) == kept
