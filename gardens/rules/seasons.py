"""When a household that leaves gives its plot back, and what the committee must leave it of time."""

from datetime import date, timedelta

# Before the answers are awaited: people are reminded so many days ahead.
REMINDED_BEFORE = (14, 3)
# From the committee's decision to end a tenancy to its last day.
NOTICE_OF_END = timedelta(days=30)


def last_day_of_leaver(*, had_said_yes: bool, starts_on: date, ends_on: date, on: date) -> date:
    """The last day of who leaves: the eve of the season it does not enter; its last day once it is in it.

    Who had not answered when the season began leaves at once.
    """
    if on < starts_on:
        return starts_on - timedelta(days=1)
    return ends_on if had_said_yes else on
