from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commons.money import line_total, split, to_cents, vat_included


@pytest.mark.parametrize(
    ("amount", "cents"),
    [("2.5", 3), ("3.5", 4), ("-2.5", -3), ("2.4999", 2), ("0", 0)],
)
def test_halves_go_up(amount, cents):
    assert to_cents(Decimal(amount)) == cents


def test_a_line_is_rounded_once():
    assert line_total(unit_price_cents=333, quantity=Decimal("1.5")) == 500


def test_vat_inside_a_price():
    assert vat_included(gross_cents=1055, rate=Decimal("5.5")) == 55


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_a_split_loses_and_makes_no_cent(total, weights):
    if sum(weights) == 0:
        with pytest.raises(ValueError, match="weights"):
            split(total_cents=total, weights=weights)
        return
    shares = split(total_cents=total, weights=weights)

    assert sum(shares) == total
    exact = [total * weight / sum(weights) for weight in weights]
    assert all(abs(share - fair) < 1.001 for share, fair in zip(shares, exact, strict=True))
