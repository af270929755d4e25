"""The waiting list: who is offered freed seats, and for how long.

The published rule: seats go to the first in the list whose whole party fits. The list is in the order
people joined it; a volunteer may change it only with a reason, which is kept. Too near the start for an
offer to be read, a free seat is for whoever takes it, online or at the door.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST_OFFER = timedelta(minutes=30)
LAST_CALL = timedelta(hours=1)  # before the start: an offer made later would find nobody
TWIN_FROM_SEATS = 4  # waited for: with fewer, a second session would be nearly empty


@dataclass(frozen=True, kw_only=True)
class Party:
    """One entry of the list, as the rule sees it."""

    entry_id: int
    seats: int


def offer_lasts(*, starts_at: datetime, now: datetime) -> timedelta | None:
    """How long an offer holds its seats; None when it is too late to make one.

    A day when the session is far, a few hours when it is near, never past one hour before the start.
    """
    left = starts_at - now
    if left < LAST_CALL + SHORTEST_OFFER:
        return None
    if left > timedelta(days=3):
        wished = timedelta(hours=24)
    elif left > timedelta(days=1):
        wished = timedelta(hours=6)
    else:
        wished = timedelta(hours=1)
    return min(wished, left - LAST_CALL)


def next_to_offer(parties: Iterable[Party], *, free: int) -> list[Party]:
    """Who is offered the free seats, in the order of the list: each whole party that still fits."""
    chosen = []
    for party in parties:
        if party.seats <= free:
            chosen.append(party)
            free -= party.seats
    return chosen


def free_for_newcomers(parties: Iterable[Party], *, free: int) -> int:
    """Seats that someone who did not wait may book: none while they would fit someone who waits."""
    return 0 if any(party.seats <= free for party in parties) else free
