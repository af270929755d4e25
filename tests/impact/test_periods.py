from datetime import date

import pytest

from impact.periods import choose_year, period_of, years_to_choose

NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("today", "newest", "end"),
    [
        (date(2026, 11, 22), 2026, date(2026, 11, 22)),
        (NEW_YEAR, 2026, NEW_YEAR),
        (date(2027, 1, 2), 2027, date(2027, 1, 2)),
    ],
)
def test_the_newest_year_has_at_least_one_whole_day(today, newest, end):
    assert years_to_choose(today=today)[0] == newest
    assert period_of(newest, today=today) == (date(newest, 1, 1), end)


def test_a_past_year_is_counted_whole():
    assert period_of(2025, today=date(2026, 11, 22)) == (date(2025, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize("asked", [None, "", "1789", "2026'", "9" * 400])
def test_any_other_year_is_the_newest(asked):
    assert choose_year(asked, today=date(2026, 11, 22)) == 2026
