"""How many people a session takes, and who may still join it."""

from datetime import datetime

LARGEST_GROUP = 14  # strictly under fifteen: the fifth of the proposals the collective comes from
MOST_SEATS_AT_ONCE = 6


def is_open(*, cancelled: bool, starts_at: datetime, at: datetime) -> bool:
    """Seats are booked, and given back, until the session starts."""
    return not cancelled and at < starts_at


def fits(*, seats: int, capacity: int, taken: int) -> bool:
    """A party is seated whole or not at all."""
    return 1 <= seats <= MOST_SEATS_AT_ONCE and taken + seats <= capacity


def largest_capacity(*, any_size: bool, place_limit: int | None) -> int | None:
    """The most people a session may take; None without a limit.

    Fewer than fifteen, save for open events and councils; never more than the place holds.
    """
    limits = [] if any_size else [LARGEST_GROUP]
    if place_limit:
        limits.append(place_limit)
    return min(limits, default=None)
