"""Decisions about workshops, as pure functions."""

from datetime import datetime, timedelta

LARGEST_GROUP = 14  # strictly under fifteen: the fifth of the proposals the collective comes from
MOST_SEATS_AT_ONCE = 6

REMIND_BEFORE = timedelta(hours=48)
KEEP_NAMES_FOR = timedelta(days=365)


def is_open(*, cancelled: bool, starts_at: datetime, at: datetime) -> bool:
    """Seats are booked, and given back, until the session starts."""
    return not cancelled and at < starts_at


def fits(*, seats: int, capacity: int, taken: int) -> bool:
    """A party is seated whole or not at all."""
    return 1 <= seats <= MOST_SEATS_AT_ONCE and taken + seats <= capacity


def reminder_due_at(*, starts_at: datetime, booked_at: datetime) -> datetime | None:
    """When to remind; None for those who book after that hour, and still have it in mind."""
    due_at = starts_at - REMIND_BEFORE
    return due_at if due_at > booked_at else None
