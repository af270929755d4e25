"""The hours of a market day: on its own date, on the hall's clocks, cut into slots."""

import itertools
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market import rules

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # the clocks change in the night before
EVENING_BEFORE = rules.Window(days_before=6, at=time(8), hours_before=13)
clocks = st.times(min_value=time(5), max_value=time(21)).map(
    lambda clock: clock.replace(second=0, microsecond=0)
)


def test_a_market_stands_on_the_date_that_the_halls_clocks_show():
    late = datetime(2026, 6, 5, 22, 30, tzinfo=UTC)  # half past midnight at the hall
    assert not rules.stands_on(date(2026, 6, 5), opens_at=late, closes_at=late)
    assert rules.stands_on(date(2026, 6, 6), opens_at=late, closes_at=late)


def test_a_market_never_crosses_midnight():
    opens = rules.at_the_hall(date(2026, 6, 5), time(18))
    closes = rules.at_the_hall(date(2026, 6, 6), time(1))
    assert not rules.stands_on(date(2026, 6, 5), opens_at=opens, closes_at=closes)


@pytest.mark.parametrize("day", [SPRING, AUTUMN, date(2026, 6, 6)])
def test_orders_close_at_the_same_hour_whatever_the_clocks_did_in_the_night(day):
    hours = rules.hours_of(day, opens=time(9), closes=time(13), window=EVENING_BEFORE)
    assert rules.hall_time(hours.orders_close_at).time() == time(20)
    assert rules.hall_time(hours.orders_close_at).date() == day - timedelta(days=1)
    assert rules.hall_time(hours.orders_open_at).time() == time(8)
    assert rules.hall_time(hours.opens_at).time() == time(9)


def test_between_the_two_the_hours_that_pass_differ():
    def passed(day):
        hours = rules.hours_of(day, opens=time(9), closes=time(13), window=EVENING_BEFORE)
        return hours.opens_at.astimezone(UTC) - hours.orders_close_at.astimezone(UTC)

    assert passed(SPRING) == timedelta(hours=12)
    assert passed(AUTUMN) == timedelta(hours=14)


@given(opens=clocks, length=st.integers(1, 600), every=st.integers(5, 240))
def test_slots_cover_the_day_without_a_gap(opens, length, every):
    start = datetime.combine(date(2026, 6, 6), opens, tzinfo=UTC)
    end = start + timedelta(minutes=length)
    slots = rules.slots_between(start, end, every=timedelta(minutes=every))
    assert slots[0][0] == start
    assert slots[-1][1] == end
    assert all(before[1] == after[0] for before, after in itertools.pairwise(slots))
    assert all(begins < ends for begins, ends in slots)


@pytest.mark.parametrize(("clock", "is_over"), [(time(5, 59), False), (time(6), True)])
def test_a_day_is_over_the_next_morning(clock, is_over):
    closes_at = rules.at_the_hall(AUTUMN - timedelta(days=1), time(13))
    now = rules.at_the_hall(AUTUMN, clock)
    assert rules.is_over_since_yesterday(closes_at, now=now) is is_over
