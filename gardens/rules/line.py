"""Who comes before whom in a garden's waiting list, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

LARGEST_HOUSEHOLD = 12
KEEP_CLOSED_REQUESTS = timedelta(
    days=365
)  # said to people on the form; accounts have their own rule


class Turn(NamedTuple):
    """One request in a garden's line. Turns sort by the published criterion: who asked first.

    Two requests of the same instant keep the order in which they were written.
    """

    asked_at: datetime
    request_id: int


@dataclass(frozen=True, kw_only=True)
class PlaceInLine:
    """A rank (1 for the first) and its reason; it tells nothing of who the others are."""

    rank: int
    first_asked_at: datetime | None  # when the longest-waiting of those ahead asked

    @property
    def ahead(self) -> int:
        return self.rank - 1


def ranks(turns: Iterable[Turn]) -> dict[int, int]:
    """The rank of each request, by its id: 1, 2, 3… without gap or tie."""
    return {turn.request_id: rank for rank, turn in enumerate(sorted(turns), start=1)}


def place_in_line(turns: Iterable[Turn], *, request_id: int) -> PlaceInLine | None:
    """Where a request stands among all that wait, or None when it does not wait any more."""
    line = sorted(turns)
    for ahead, turn in enumerate(line):
        if turn.request_id == request_id:
            return PlaceInLine(rank=ahead + 1, first_asked_at=line[0].asked_at if ahead else None)
    return None
