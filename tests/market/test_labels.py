"""What the law asks of a product, and what keeps it off the stalls."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from commons.plants.models import Plant
from market import rules
from market.models import Product
from market.rules import Lack

DAY = date(2027, 3, 13)
Category, Unit = Product.Category, Product.Unit


def plant(slug: str) -> Plant:
    return Plant(slug=slug, kind="fruit", name_fr=slug, name_en=slug)


def product(**facts) -> Product:
    """Bunched carrots, of which everything is said."""
    known = {
        "name_fr": "Carottes",
        "category": Category.VEGETABLES,
        "unit": Unit.BUNCH,
        "allergen_codes": ["aucun"],
    }
    return Product(**known | facts)


def lacks(**facts) -> list[Lack]:
    return rules.missing_facts(product(**facts), on=DAY)


def test_nothing_is_missing_when_all_is_said():
    assert lacks() == []


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"name_fr": " "}, Lack.NAME),
        ({"unit": ""}, Lack.UNIT),
        ({"origin": ""}, Lack.ORIGIN),
        ({"allergen_codes": []}, Lack.ALLERGENS),
        ({"vat_rate": Decimal("7.00")}, Lack.VAT),
        ({"plant": plant("pomme"), "variety": "Boskoop"}, Lack.GRADE),
        ({"plant": plant("pomme"), "grade": "I"}, Lack.VARIETY),
        ({"plant": plant("tomate")}, Lack.GRADE),
        ({"unit": Unit.PIECE, "category": Category.BREAD}, Lack.CONTENT),
        ({"unit": Unit.PACK}, Lack.CONTENT),
        ({"organic": True, "certificate_until": DAY - timedelta(days=1)}, Lack.CERTIFICATE),
        ({"organic": True}, Lack.CERTIFICATE),
    ],
)
def test_each_fact_of_the_law_is_missed(facts, missing):
    assert lacks(**facts) == [missing]


@pytest.mark.parametrize(
    "facts",
    [
        {"unit": Unit.PIECE},  # a lettuce
        {"plant": plant("tomate"), "grade": "II"},  # its variety may be said
        {"plant": plant("fraise"), "category": Category.GROCERY},  # a jam
        {"plant": plant("endive")},  # chicory: no standard of its own
        {"allergen_codes": [], "category": Category.PLANTS},  # seeds are no food
        {"organic": True, "certificate_until": DAY},  # its last day is a good one
        {"unit": Unit.PIECE, "category": Category.BREAD, "pack_size": Decimal("0.8")},
    ],
)
def test_what_the_law_does_not_ask_is_not_missed(facts):
    assert lacks(**facts) == []


def test_alcohol_waits_for_the_halls_word():
    cider = product(alcohol=True)
    assert rules.missing_facts(cider, on=DAY, alcohol_allowed=False) == [Lack.ALCOHOL]
    assert rules.missing_facts(cider, on=DAY, alcohol_allowed=True) == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"weighed": True}, "weighed"),
        ({"allergen_codes": ["aucun", "lait"]}, "allergen_codes"),
        ({"pack_unit": "kg"}, "pack_unit"),
        ({"pack_size": Decimal(1)}, "pack_unit"),
        ({"unit": Unit.PACK}, "pack_size"),
        ({"organic": True}, "certifier"),
        ({"own_season": [0, 13]}, "own_season"),
        ({"step": Decimal(0)}, "step"),
    ],
)
def test_facts_that_contradict_each_other_are_named(facts, field):
    assert list(rules.contradictions(product(**facts))) == [field]


def test_what_is_weighed_is_sold_by_the_kilo():
    assert rules.contradictions(product(weighed=True, unit=Unit.KG)) == {}


def test_allergens_are_said_as_a_shopper_reads_them():
    assert product(allergen_codes=["lait", "gluten"], allergens_fr="blé").allergens == (
        "gluten, lait (blé)"
    )
    assert product().allergens == "aucun"
    assert "demandez" in product(allergen_codes=[]).allergens


def test_the_country_comes_before_the_place():
    assert product(origin_place="Drôme").whence == "France, Drôme"
