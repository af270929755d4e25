"""Dates from a pattern: "each first Saturday until June, not on holidays"."""

from datetime import date, datetime, timedelta

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from django.utils import timezone
from holidays import country_holidays

MOST_DATES = 60
LAST_OF_MONTH = -1


class PatternTooLongError(Exception):
    """The pattern gives more dates than anybody plans at once."""


def dates(
    *,
    first: date,
    until: date,
    every_weeks: int | None = None,
    nth_of_month: int | None = None,
    skip_holidays: bool = True,
) -> list[date]:
    """The days of a pattern, on the weekday of ``first``, both ends included.

    Either every so many weeks, or the nth such weekday of each month (-1: the last).
    Raises PatternTooLongError beyond MOST_DATES.
    """
    if nth_of_month:
        rule = rrule(
            MONTHLY, dtstart=first, until=until, byweekday=weekday(first.weekday(), nth_of_month)
        )
    else:
        rule = rrule(WEEKLY, dtstart=first, until=until, interval=every_weeks or 1)
    found = []
    for moment in rule:
        day = moment.date()
        if not (skip_holidays and is_holiday(day)):
            found.append(day)
        if len(found) > MOST_DATES:
            raise PatternTooLongError
    return found


def is_holiday(day: date) -> bool:
    """A public holiday in France (art. L3133-1 of the Code du travail, as the library knows it)."""
    return day in country_holidays("FR", years=day.year)


def ordinal_of(day: date) -> int:
    """Which one of its weekday in its month a day is: 1 to 4, or -1 when it is the last."""
    if (day + timedelta(days=7)).month != day.month:
        return LAST_OF_MONTH
    return (day.day - 1) // 7 + 1


def a_week_later(moment: datetime, *, weeks: int = 1) -> datetime:
    """The same weekday at the same hour on the hall's clocks, whatever they do on a Sunday of March."""
    local = timezone.localtime(moment).replace(tzinfo=None)
    return timezone.make_aware(local + timedelta(weeks=weeks))
