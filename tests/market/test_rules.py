"""Decisions that need no database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from market import rules
from market.numbers import draw_number
from market.templatetags.amounts import amount

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [(NOON - HOUR, True), (NOON, False), (NOON - 3 * HOUR, False), (NOON - 2 * HOUR, True)],
)
def test_the_window_holds_its_first_moment_and_not_its_last(at, is_open):
    assert rules.window_is_open(opens_at=NOON - 2 * HOUR, closes_at=NOON, at=at) is is_open


@pytest.mark.parametrize(
    ("unit", "pack_size", "pack_unit", "cents", "measure"),
    [
        ("kg", None, "", 320, "kg"),
        ("litre", None, "", 320, "litre"),
        ("bunch", Decimal("0.8"), "kg", 400, "kg"),
        ("pack", Decimal("0.33"), "litre", 970, "litre"),
    ],
)
def test_the_price_per_kilo_or_litre(unit, pack_size, pack_unit, cents, measure):
    price = rules.price_per_measure(
        price_cents=320, unit=unit, pack_size=pack_size, pack_unit=pack_unit
    )
    assert price == rules.MeasurePrice(cents=cents, measure=measure)


def test_a_lettuce_without_a_weight_has_no_price_per_kilo():
    assert (
        rules.price_per_measure(price_cents=120, unit="piece", pack_size=None, pack_unit="") is None
    )


def test_what_is_left_is_counted_by_whole_steps():
    assert rules.whole_steps(Decimal("2.7"), step=Decimal("0.5")) == Decimal("2.5")
    assert rules.whole_steps(Decimal(-1), step=Decimal(1)) == 0
    assert rules.is_whole_steps(Decimal("1.5"), step=Decimal("0.5"))
    assert not rules.is_whole_steps(Decimal("0.7"), step=Decimal("0.5"))
    assert not rules.is_whole_steps(Decimal(0), step=Decimal(1))


def test_one_producer_paid_at_the_stall_rules_the_card_out():
    assert rules.card_is_possible(settlements=["connect", "resold"], to_pay_cents=500)
    assert not rules.card_is_possible(settlements=["connect", "at-stall"], to_pay_cents=500)
    assert not rules.card_is_possible(settlements=["connect"], to_pay_cents=49)


def test_a_number_can_be_said_aloud():
    for _ in range(200):
        word, digits = draw_number().split("-")
        assert word.isascii()
        assert word.isupper()
        assert len(digits) == 3
        assert not set(digits) & set("01")


def test_amounts_are_said_as_at_a_stall():
    with translation.override("fr"):
        assert amount(Decimal("2.000"), "bunch") == "2\u00a0bottes"
        assert amount(Decimal("1.000"), "bunch") == "1\u00a0botte"
        assert amount(Decimal("0.500"), "kg") == "0,5\u00a0kg"
