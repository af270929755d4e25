"""Whatever the day the demo is started, there is something to book and to order."""

from datetime import date, datetime, time, timedelta

import pytest

from demo.collective.calendar import AHEAD, NEAR, ROUNDS
from demo.collective.market import ORDERS_CLOSE_AT, ORDERS_OPEN, market_dates
from tests.demo.collective import PARIS

EVERY_DAY = [date(2027, 1, 1) + timedelta(days=n) for n in range(2 * 366)]


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=PARIS)


@pytest.mark.parametrize("hour", [time(0, 1), time(23, 59)])
def test_the_next_market_always_takes_orders(hour):
    for today in EVERY_DAY:
        now = at(today, hour)
        past, following, after = market_dates(today)
        assert past < today < following < after
        assert at(following - ORDERS_OPEN, time(8)) < now
        left = at(following - timedelta(days=1), ORDERS_CLOSE_AT) - now
        assert timedelta(hours=20) < left < timedelta(days=5)


def test_each_workshop_has_a_session_in_sight():
    for today in EVERY_DAY:
        for turn in ROUNDS:
            assert any(turn.dates(after=today, until=today + AHEAD)), (today, turn.workshop)


def test_few_households_have_booked_what_is_far():
    turn = ROUNDS[0]
    now = at(EVERY_DAY[0], time(10))
    near = turn.parties_by(now=now, starts_at=now + NEAR)
    assert near == turn.parties
    assert len(turn.parties_by(now=now, starts_at=now + AHEAD)) < len(near)
