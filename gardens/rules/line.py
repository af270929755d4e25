"""Who comes before whom in a garden's waiting list, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

LARGEST_HOUSEHOLD = 12
LARGE_HOUSEHOLD = 3  # from so many people on, the criterion "large" counts
# Said to people on the form; accounts have their own rule.
KEEP_CLOSED_REQUESTS = timedelta(days=365)


class Turn(NamedTuple):
    """One request in a garden's line. Turns sort by the published rule: the date it is counted from.

    That is when it was asked, less the head starts that the garden's criteria give. Two requests of the
    same instant keep the order in which they were written.
    """

    counted_from: datetime
    request_id: int
    asked_at: datetime


@dataclass(frozen=True, kw_only=True)
class PlaceInLine:
    """A rank (1 for the first) and its reason; it tells nothing of who the others are.

    Everyone ahead either asked ``earlier`` or passed by a published head start (``by_criteria``).
    """

    rank: int
    first_asked_at: datetime | None  # when the longest-waiting of those ahead asked
    by_criteria: int = 0
    own_days: int = 0  # the head start of this request, in days

    @property
    def ahead(self) -> int:
        return self.rank - 1

    @property
    def earlier(self) -> int:
        """How many of those ahead asked before."""
        return self.ahead - self.by_criteria


def head_start(criteria: Mapping[str, int], *, met: Iterable[str]) -> int:
    """Days of head start of a request that meets these criteria; each counts once."""
    return sum(criteria.get(kind, 0) for kind in set(met))


def criteria_met(
    *, no_outdoors: bool, lives_nearby: bool, shares: bool, household_size: int
) -> list[str]:
    """The kinds of criteria that a request meets, whether its garden counts them or not."""
    met = {
        "no-outdoors": no_outdoors,
        "nearby": lives_nearby,
        "shares": shares,
        "large": household_size >= LARGE_HOUSEHOLD,
    }
    return [kind for kind, is_met in met.items() if is_met]


def ranks(turns: Iterable[Turn]) -> dict[int, int]:
    """The rank of each request, by its id: 1, 2, 3… without gap or tie."""
    return {turn.request_id: rank for rank, turn in enumerate(sorted(turns), start=1)}


def place_in_line(turns: Iterable[Turn], *, request_id: int) -> PlaceInLine | None:
    """Where a request stands among all that wait, or None when it does not wait any more."""
    line = sorted(turns)
    for ahead, turn in enumerate(line):
        if turn.request_id == request_id:
            return _place(turn, before=line[:ahead])
    return None


def _place(turn: Turn, *, before: list[Turn]) -> PlaceInLine:
    later = [other for other in before if _asked(other) > _asked(turn)]
    return PlaceInLine(
        rank=len(before) + 1,
        first_asked_at=min((other.asked_at for other in before), default=None),
        by_criteria=len(later),
        own_days=(turn.asked_at - turn.counted_from).days,
    )


def _asked(turn: Turn) -> tuple[datetime, int]:
    return turn.asked_at, turn.request_id
