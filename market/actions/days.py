"""The verbs of a market day, from its draft to its end. Each locks the day, then looks where it stands.

An order being placed keeps the day as it read it, until it is written: once a verb of the day is done, no
order slips in behind it. Orders themselves do not wait for each other.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from commons.people.models import Person
from market import journal, rules
from market.models import DayLogLine, MarketDay
from market.refusals import (
    AfterOpeningError,
    DayIsOverError,
    NotOpenYetError,
    ReasonMissingError,
    WindowOverError,
    WrongDayStateError,
)

State, Kind = MarketDay.State, DayLogLine.Kind


def open_orders(*, market_day_id: int, by: Person | None, now: datetime) -> MarketDay:
    """Announce a draft: the public sees it, and orders are taken as soon as its window opens.

    Raises WrongDayStateError, or WindowOverError when the window is over already.
    """
    with transaction.atomic(durable=True):
        day = _locked(market_day_id, {State.DRAFT})
        if day.orders_close_at <= now:
            raise WindowOverError
        return _move(day, State.OPEN, Kind.ANNOUNCED, by=by, now=now)


def close_orders(*, market_day_id: int, by: Person | None, now: datetime) -> MarketDay:
    """Take no more orders, early or because the window is over. Raises WrongDayStateError."""
    with transaction.atomic(durable=True):
        day = _locked(market_day_id, {State.OPEN})
        return _move(day, State.CLOSED, Kind.CLOSED, by=by, now=now)


def reopen_orders(
    *, market_day_id: int, until: datetime, by: Person | None, now: datetime
) -> MarketDay:
    """Take orders again, until another hour, before the hall opens.

    Raises WrongDayStateError, WindowOverError for an hour that has passed, AfterOpeningError.
    """
    with transaction.atomic(durable=True):
        day = _locked(market_day_id, {State.CLOSED, State.PREPARING})
        if until <= max(now, day.orders_open_at):
            raise WindowOverError
        if until > day.opens_at:
            raise AfterOpeningError
        day.orders_close_at = until
        day.save(update_fields=["orders_close_at"])
        return _move(day, State.OPEN, Kind.REOPENED, by=by, now=now)


def start_preparing(*, market_day_id: int, by: Person | None, now: datetime) -> MarketDay:
    """The baskets are being made up. A window that is over counts as closed. Raises WrongDayStateError."""
    with transaction.atomic(durable=True):
        day = _locked(market_day_id, {State.OPEN, State.CLOSED})
        if day.takes_orders(at=now) or now < day.orders_open_at:
            raise WrongDayStateError(day)
        return _move(day, State.PREPARING, Kind.PREPARING, by=by, now=now)


def finish_day(*, market_day_id: int, by: Person | None, now: datetime) -> MarketDay:
    """The market is over: by hand once it has opened, or by the clock the morning after.

    Raises WrongDayStateError or NotOpenYetError.
    """
    with transaction.atomic(durable=True):
        day = _locked(market_day_id, MarketDay.COMING)
        if now < day.opens_at:
            raise NotOpenYetError
        return _move(day, State.DONE, Kind.FINISHED, by=by, now=now)


def call_off(*, market_day_id: int, reason: str, by: Person | None, now: datetime) -> MarketDay:
    """No market that day, and why, in words that each shopper reads.

    The sweeper then cancels every order and pays back what was paid by card. Raises ReasonMissingError,
    WrongDayStateError, or DayIsOverError: once it was held, the sellers are being paid.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        day = _locked(market_day_id, {State.DRAFT, *MarketDay.COMING})
        if now >= day.closes_at:
            raise DayIsOverError
        day.called_off_because = reason.strip()
        day.save(update_fields=["called_off_because"])
        return _move(day, State.CANCELLED, Kind.CALLED_OFF, by=by, now=now, words=reason.strip())


def follow_the_clock(*, market_day_id: int, now: datetime) -> None:
    """Close a day whose window is over, end one held yesterday; leave quietly when nothing is due."""
    with transaction.atomic(durable=True):
        day = MarketDay.objects.select_for_update().get(pk=market_day_id)
        if day.state not in MarketDay.COMING:
            return
        if rules.is_over_since_yesterday(day.closes_at, now=now):
            _move(day, State.DONE, Kind.FINISHED, by=None, now=now)
        elif day.state == State.OPEN and now >= day.orders_close_at:
            _move(day, State.CLOSED, Kind.CLOSED, by=None, now=now)


def _locked(market_day_id: int, states: Collection[str]) -> MarketDay:
    day = MarketDay.objects.select_for_update().get(pk=market_day_id)
    if day.state not in states:
        raise WrongDayStateError(day)
    return day


def _move(
    day: MarketDay,
    state: MarketDay.State,
    kind: DayLogLine.Kind,
    *,
    by: Person | None,
    now: datetime,
    words: str = "",
) -> MarketDay:
    day.state = state
    day.save(update_fields=["state"])
    journal.note(day, kind, by=by, now=now, words=words)
    return day
