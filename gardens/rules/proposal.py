"""Who is asked to take which turn: the hardest day first, and the household that took fewest turns first.

The committee reads each line with its reason, changes what it likes, and confirms. Nothing here is random:
the same garden gives the same proposal.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Month = tuple[int, int]  # year, month


class Bar(StrEnum):
    """Why a household is not asked for a turn."""

    DAY_OFF = "day-off"  # it cannot come on that weekday
    ENOUGH = "enough"  # it has as many turns that month as it wished
    BUSY = "busy"  # it has another turn at that hour
    ALREADY = "already"  # it is on this turn
    DECLINED = "declined"  # it said no to this turn
    AWAY = "away"  # it does not garden here on that day


@dataclass(frozen=True, kw_only=True)
class Need:
    """A turn with places that nobody holds; ``day`` is its weekday, ``month`` its month, in the hall's zone."""

    turn: int
    starts_at: datetime
    ends_at: datetime
    weekday: int
    month: Month
    hardness: int
    free: int = 1
    on_it: frozenset[int] = frozenset()
    declined: frozenset[int] = frozenset()
    away: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Helper:
    """A household, how many turns it took or holds within a year, and what it wished."""

    household: int
    load: int = 0
    days_off: frozenset[int] = frozenset()
    most_a_month: int | None = None
    months: Mapping[Month, int] = field(default_factory=dict)
    busy: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Why:
    """The reason of a line: how many turns the household had, and what kept those who had fewer."""

    load: int
    passed_over: tuple[tuple[Bar, int], ...] = ()  # how many lighter households, by what kept them

    @property
    def lighter(self) -> int:
        """How many households had fewer turns and could not be asked."""
        return sum(number for _bar, number in self.passed_over)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One place of a turn, proposed to a household; to nobody when all are kept by something."""

    turn: int
    household: int | None
    why: Why


def propose(needs: Iterable[Need], helpers: Iterable[Helper]) -> list[Line]:
    """A line for each free place, in the order in which they were filled."""
    crew = [_Hand(helper) for helper in helpers]
    lines = []
    for need in sorted(needs, key=_hardest_first):
        on_it = set(need.on_it)
        for _place in range(need.free):
            line = _fill(need, crew, on_it=on_it)
            lines.append(line)
            if line.household is not None:
                on_it.add(line.household)
    return lines


class _Hand:
    """A household while turns are given out: what it had, and what it got."""

    def __init__(self, helper: Helper) -> None:
        self.helper = helper
        self.load = helper.load
        self.months: Counter[Month] = Counter(helper.months)
        self.busy = list(helper.busy)

    def bar(self, need: Need, *, on_it: set[int]) -> Bar | None:
        """What keeps it from a turn, the plainest first."""
        household, most = self.helper.household, self.helper.most_a_month
        kept: Sequence[tuple[Bar, bool]] = (
            (Bar.ALREADY, household in on_it),
            (Bar.AWAY, household in need.away),
            (Bar.DECLINED, household in need.declined),
            (Bar.DAY_OFF, need.weekday in self.helper.days_off),
            (Bar.BUSY, any(s < need.ends_at and need.starts_at < e for s, e in self.busy)),
            (Bar.ENOUGH, most is not None and self.months[need.month] >= most),
        )
        return next((bar for bar, holds in kept if holds), None)

    def take(self, need: Need) -> None:
        self.load += 1
        self.months[need.month] += 1
        self.busy.append((need.starts_at, need.ends_at))


def _fill(need: Need, crew: list[_Hand], *, on_it: set[int]) -> Line:
    passed: Counter[Bar] = Counter()
    ranked = sorted(crew, key=lambda hand: (hand.load, hand.helper.household))
    for hand in ranked:
        bar = hand.bar(need, on_it=on_it)
        if bar is None:
            lighter = _lighter(ranked, than=hand, need=need, on_it=on_it)
            why = Why(load=hand.load, passed_over=lighter)
            hand.take(need)
            return Line(turn=need.turn, household=hand.helper.household, why=why)
        passed[bar] += 1
    return Line(turn=need.turn, household=None, why=Why(load=0, passed_over=_counted(passed)))


def _lighter(
    ranked: list[_Hand], *, than: _Hand, need: Need, on_it: set[int]
) -> tuple[tuple[Bar, int], ...]:
    bars = (hand.bar(need, on_it=on_it) for hand in ranked if hand.load < than.load)
    return _counted(Counter(bar for bar in bars if bar))


def _counted(bars: Counter[Bar]) -> tuple[tuple[Bar, int], ...]:
    return tuple(sorted(bars.items()))


def _hardest_first(need: Need) -> tuple[int, datetime, int]:
    return (-need.hardness, need.starts_at, need.turn)
