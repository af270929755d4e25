"""How long two households try, and when they are reminded."""

import calendar
from datetime import date, datetime, timedelta

TRIAL_MONTHS = 6
SHORTEST_TRIAL = timedelta(days=60)  # a season that ends sooner leaves no time to try
ASKED_BEFORE_THE_END = timedelta(days=14)  # of the trial: shall we go on?
MOST_SHARED = 500  # m²; above, a finger slipped
REMINDED_BEFORE_EXPIRY = timedelta(days=3)  # of a match
REMINDED_AT_EARLIEST = timedelta(days=2)  # after it was proposed: not twice in two days


def trial_until(*, day: date, season_ends_on: date | None) -> date:
    """The last day of a trial that begins on a day: the season's, or six months later."""
    if season_ends_on and season_ends_on - day >= SHORTEST_TRIAL:
        return season_ends_on
    return months_after(day, TRIAL_MONTHS)


def asks_to_go_on(*, trial_until: date, day: date) -> bool:
    """Whether the trial is near enough to its end for the question."""
    return day >= trial_until - ASKED_BEFORE_THE_END


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def reminded_at(*, proposed_at: datetime, expires_at: datetime) -> datetime | None:
    """When those who did not answer are reminded, or None when there is no time for it."""
    again = expires_at - REMINDED_BEFORE_EXPIRY
    return again if again - proposed_at >= REMINDED_AT_EARLIEST else None


def may_be_carved(*, surface_m2: float, plot_m2: float, parts: int) -> bool:
    """Whether a corner leaves something to the household that gives it, of its own part."""
    return 0 < surface_m2 < plot_m2 / max(parts, 1)
