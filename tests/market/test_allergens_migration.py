"""Allergens were a sentence: what it said is chosen, what the choices do not say is kept."""

from importlib import import_module

import pytest
from django.apps import apps

from tests.market.factories import ProductFactory

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


@pytest.mark.django_db
def test_rows_go_there_and_back_with_every_word():
    bread = ProductFactory(
        allergen_codes=[], allergens_fr="gluten (blé), œuf", allergens_en="gluten (wheat), egg"
    )
    odd = ProductFactory(allergen_codes=[], allergens_fr="selon arrivage")
    honey = ProductFactory(allergen_codes=[], allergens_fr="aucun", category="epicerie")

    migration.choose(apps, None)
    bread.refresh_from_db()
    assert (bread.allergen_codes, bread.allergens) == (["gluten", "oeufs"], "gluten, œufs (blé)")
    odd.refresh_from_db()
    assert (odd.allergen_codes, odd.allergens) == ([], "selon arrivage")
    honey.refresh_from_db()
    assert (honey.allergens, honey.perishable, bread.perishable) == ("aucun", False, True)

    migration.write_out(apps, None)
    bread.refresh_from_db()
    honey.refresh_from_db()
    assert (bread.allergens_fr, bread.allergens_en) == (
        "gluten, œufs (blé)",
        "gluten, eggs (wheat)",
    )
    assert (honey.allergens_fr, honey.allergens_en) == ("aucun", "none")
