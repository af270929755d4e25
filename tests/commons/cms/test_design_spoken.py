"""Prices, quantities, dates and seasons read as people say them, in both languages."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from commons.cms import spoken
from commons.cms.templatetags import design

NARROW, SPACE = spoken.NARROW_SPACE, spoken.SPACE
TODAY = date(2026, 3, 11)


@pytest.fixture(autouse=True)
def _paris():
    with timezone.override("Europe/Paris"):
        yield


@pytest.mark.parametrize(
    ("cents", "french", "english"),
    [
        (320, f"3,20{NARROW}€", "€3.20"),
        (0, f"0,00{NARROW}€", "€0.00"),
        (5, f"0,05{NARROW}€", "€0.05"),
        (-1250, f"−12,50{NARROW}€", "−€12.50"),
        (123456, f"1{NARROW}234,56{NARROW}€", "€1,234.56"),
    ],
)
def test_price(cents: int, french: str, english: str) -> None:
    with translation.override("fr"):
        assert design.euros(cents) == french
    with translation.override("en"):
        assert design.euros(cents) == english


def test_round_price_keeps_cents_that_matter() -> None:
    with translation.override("fr"):
        assert design.round_euros(600) == f"6{NARROW}€"
        assert design.round_euros(650) == f"6,50{NARROW}€"
        assert design.round_euros(100000) == f"1{NARROW}000{NARROW}€"
    with translation.override("en"):
        assert design.round_euros(600) == "€6"
        assert design.round_euros(100000) == "€1,000"


@pytest.mark.parametrize(
    ("number", "unit", "french", "english"),
    [
        (Decimal("1.500"), "kg", f"1,5{SPACE}kg", f"1.5{SPACE}kg"),
        (Decimal("12.000"), "bottes", f"12{SPACE}bottes", f"12{SPACE}bottes"),
        (Decimal(100), "", "100", "100"),
        (Decimal("1250.250"), "kg", f"1{NARROW}250,25{SPACE}kg", f"1,250.25{SPACE}kg"),
    ],
)
def test_quantity(number: Decimal, unit: str, french: str, english: str) -> None:
    with translation.override("fr"):
        assert design.quantity(number, unit) == french
    with translation.override("en"):
        assert design.quantity(number, unit) == english


def test_day_says_its_year_only_when_far() -> None:
    with translation.override("fr"):
        assert spoken.say_day(date(2026, 3, 14), today=TODAY) == "samedi 14 mars"
        assert spoken.say_day(date(2026, 3, 1), today=TODAY) == "dimanche 1er mars"
        assert spoken.say_day(date(2027, 3, 14), today=TODAY) == "dimanche 14 mars 2027"
    with translation.override("en"):
        assert spoken.say_day(date(2026, 3, 14), today=TODAY) == "Saturday 14 March"


def test_moments_are_said_in_the_halls_time_zone() -> None:
    before_midnight_in_utc = datetime(2026, 3, 13, 23, 30, tzinfo=UTC)
    with translation.override("fr"):
        assert spoken.say_day(before_midnight_in_utc, today=TODAY) == "samedi 14 mars"
        assert design.hours(before_midnight_in_utc) == f"0{SPACE}h{SPACE}30"


def test_hours() -> None:
    start, end = time(9, 0), time(12, 30)
    with translation.override("fr"):
        assert design.hours(start, end) == f"9{SPACE}h{SPACE}– 12{SPACE}h{SPACE}30"
    with translation.override("en"):
        assert design.hours(start, end) == "9:00–12:30"


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (11, "aujourd’hui", "today"),
        (12, "demain", "tomorrow"),
        (10, "hier", "yesterday"),
        (14, "dans 3 jours", "in 3 days"),
        (9, "il y a 2 jours", "2 days ago"),
    ],
)
def test_in_days(number: int, french: str, english: str) -> None:
    with translation.override("fr"):
        assert spoken.say_in_days(date(2026, 3, number), today=TODAY) == french
    with translation.override("en"):
        assert spoken.say_in_days(date(2026, 3, number), today=TODAY) == english


@pytest.mark.parametrize(
    ("left", "french", "english"),
    [
        (timedelta(days=2, hours=3), f"encore 2{SPACE}jours", f"2{SPACE}days left"),
        (timedelta(hours=23, minutes=59), f"encore 23{SPACE}heures", f"23{SPACE}hours left"),
        (timedelta(hours=1), f"encore 1{SPACE}heure", f"1{SPACE}hour left"),
        (timedelta(minutes=59, seconds=59), f"encore 59{SPACE}minutes", f"59{SPACE}minutes left"),
        (timedelta(seconds=20), f"encore 1{SPACE}minute", f"1{SPACE}minute left"),
    ],
)
def test_time_left(left: timedelta, french: str, english: str) -> None:
    now = datetime(2026, 3, 11, 8, tzinfo=UTC)
    with translation.override("fr"):
        assert spoken.say_time_left(now + left, now=now) == french
    with translation.override("en"):
        assert spoken.say_time_left(now + left, now=now) == english


@pytest.mark.parametrize(
    ("months", "french", "english"),
    [
        (
            {9, 10, 11, 12, 1, 2, 3, 4},
            "de septembre à avril",
            "from September to April",
        ),
        (
            {4, 6, 7, 8, 9, 10, 11},
            "en avril et de juin à novembre",
            "in April and from June to November",
        ),
        ({8, 9}, "d’août à septembre", "from August to September"),
        (set(range(1, 13)), "toute l’année", "all year round"),
        (set(), "", ""),
    ],
)
def test_months(months: set[int], french: str, english: str) -> None:
    with translation.override("fr"):
        assert design.say_months(months) == french
    with translation.override("en"):
        assert design.say_months(months) == english


@pytest.mark.parametrize(
    "say",
    [
        design.euros,
        design.round_euros,
        design.quantity,
        design.day,
        design.hours,
        design.in_days,
    ],
)
def test_nothing_is_said_of_nothing(say) -> None:
    assert say(None) == ""
