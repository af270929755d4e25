"""Which days the effects are counted on: a calendar year, up to yesterday. Today is still being lived."""

from datetime import date, timedelta

YEARS_SHOWN = 3


def years_to_choose(*, today: date) -> list[int]:
    """The year of yesterday and those before it, the newest first."""
    newest = (today - timedelta(days=1)).year
    return [newest - age for age in range(YEARS_SHOWN)]


def choose_year(asked: str | None, *, today: date) -> int:
    """The year out of an address, which may hold anything; the newest when it is none of ours."""
    years = years_to_choose(today=today)
    return next((year for year in years if str(year) == asked), years[0])


def period_of(year: int, *, today: date) -> tuple[date, date]:
    """The first day of a year to choose, and the day after its last that is over."""
    return date(year, 1, 1), min(date(year + 1, 1, 1), today)
