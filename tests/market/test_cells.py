"""A cell of a file of products: read however it was typed, and written so that it is read again."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.rules import Allergen
from market.sheets import cells
from market.sheets.cells import UnreadableError


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (cells.number, "1,5", Decimal("1.5")),
        (cells.number, "1.5", Decimal("1.5")),
        (cells.number, "1\u202f200", Decimal(1200)),
        (cells.number, "", None),
        (cells.rate, "5,5 %", Decimal("5.5")),
        (cells.day, "31/12/2027", date(2027, 12, 31)),
        (cells.day, "2027-12-31", date(2027, 12, 31)),
        (cells.yes_or_no, "OUI", True),
        (cells.yes_or_no, "", False),
        (cells.months, "6, 7;8", [6, 7, 8]),
        (cells.allergens, "Œufs, GLUTEN", ["gluten", "oeufs"]),
        (cells.allergens, "aucun", ["aucun"]),
    ],
)
def test_a_cell_is_read_however_it_was_typed(read, cell, value):
    assert read(cell) == value


@given(
    number=st.none() | st.decimals(min_value=-99999, max_value=99999, places=3),
    day=st.none() | st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)),
    codes=st.sets(st.sampled_from([code for code in Allergen if code != Allergen.NONE])),
    yes=st.booleans(),
    months=st.lists(st.integers(1, 12)),
)
def test_what_is_written_in_a_cell_is_read_again(number, day, codes, yes, months):
    assert cells.number(cells.say(number)) == number
    assert cells.day(cells.say(day)) == day
    assert cells.yes_or_no(cells.say(yes)) is yes
    assert cells.months(cells.say(months)) == months
    listed = [code.value for code in Allergen if code in codes]
    assert cells.allergens(cells.say_allergens(listed)) == listed


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        (cells.number, "beaucoup"),
        (cells.number, "NaN"),
        (cells.number, "1e9"),
        (cells.number, "1,2345"),
        (cells.day, "31/02/2027"),
        (cells.yes_or_no, "peut-être"),
        (cells.months, "juin"),
        (cells.allergens, "noisettes du verger"),
        (cells.text, "a\x00"),
    ],
)
def test_a_cell_that_says_nothing_is_a_fault(read, cell):
    with pytest.raises(UnreadableError):
        read(cell)
