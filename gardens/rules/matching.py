"""Whom a corner is proposed to, told in two sentences.

A corner goes to the first household in line that agrees to share and whom it suits. If that household has
no hour in common with those who garden there, while another whom it suits has one, it goes to the first of
those who have.

The line rules: reasons are told to both households, they never move anybody up.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from gardens.rules.proposing import fits


class Obstacle(StrEnum):
    """Why a household in line is not proposed a corner."""

    WANTS_ALONE = "wants-alone"
    HAS_AN_OFFER = "has-an-offer"
    HAS_A_MATCH = "has-a-match"
    HOLDS_ENOUGH = "holds-enough"
    TRIED_BEFORE = "tried-before"
    NEEDS_RAISED_BED = "needs-raised-bed"
    OTHER_SIZE = "other-size"
    NO_COMMON_HOURS = "no-common-hours"


class Reason(StrEnum):
    """Why two households are brought together; said to both in the same words."""

    TURN = "turn"  # the first in line whom the corner suits: always among the reasons
    HOURS = "hours"
    SIZE = "size"
    LEARNING = "learning"  # one begins, the other has gardened for long
    GENERATIONS = "generations"  # only if both wish it


@dataclass(frozen=True, kw_only=True)
class Gardener:
    """How a household gardens. Nobody has to say: what is empty is not held against them."""

    hours: Collection[str] = ()
    experience: str = ""
    generation: str = ""
    mixes_generations: bool = False


@dataclass(frozen=True, kw_only=True)
class Corner:
    """What is proposed, and by whom."""

    surface_m2: float
    raised_bed: bool
    host: Gardener


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A household in line, with what it wishes and what stands in its way."""

    request_id: int
    gardener: Gardener
    wish: str = "either"  # "either", "share", "alone"
    size: str = "any"
    raised_bed: bool = False
    has_an_offer: bool = False
    has_a_match: bool = False
    holds_enough: bool = False
    tried_before: bool = False


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """Whom the rule brings to a corner and why, and why each of those before them is passed by."""

    request_id: int | None
    reasons: list[Reason] = field(default_factory=list)
    passed: list[tuple[int, Obstacle]] = field(default_factory=list)


def pair(line: Iterable[Candidate], *, corner: Corner) -> Pairing:
    """The household that a corner is proposed to; ``line`` has the first first."""
    waiting = list(line)
    suited = [c for c in waiting if obstacle(c, corner=corner) is None]
    meeting = [c for c in suited if may_meet(c.gardener, corner.host)]
    chosen = next(iter(meeting or suited), None)
    if chosen is None:
        return Pairing(request_id=None, passed=_passed(waiting, corner=corner))
    before = waiting[: waiting.index(chosen)]
    return Pairing(
        request_id=chosen.request_id,
        reasons=reasons(chosen, corner=corner),
        passed=_passed(before, corner=corner),
    )


def obstacle(candidate: Candidate, *, corner: Corner) -> Obstacle | None:
    """The first thing that keeps a corner from a household, or None when it suits them."""
    found = (
        (candidate.wish == "alone", Obstacle.WANTS_ALONE),
        (candidate.has_an_offer, Obstacle.HAS_AN_OFFER),
        (candidate.has_a_match, Obstacle.HAS_A_MATCH),
        (candidate.holds_enough, Obstacle.HOLDS_ENOUGH),
        (candidate.tried_before, Obstacle.TRIED_BEFORE),
        (candidate.raised_bed and not corner.raised_bed, Obstacle.NEEDS_RAISED_BED),
        (not fits(candidate.size, corner.surface_m2), Obstacle.OTHER_SIZE),
    )
    return next((why for applies, why in found if applies), None)


def reasons(candidate: Candidate, *, corner: Corner) -> list[Reason]:
    """What speaks for bringing the two together, in the order in which it is told."""
    one, other = candidate.gardener, corner.host
    told = (
        (True, Reason.TURN),
        (bool(common_hours(one, other)), Reason.HOURS),
        (candidate.size != "any" and fits(candidate.size, corner.surface_m2), Reason.SIZE),
        (_teach_each_other(one, other), Reason.LEARNING),
        (_mix_generations(one, other), Reason.GENERATIONS),
    )
    return [reason for applies, reason in told if applies]


def common_hours(one: Gardener, other: Gardener) -> set[str]:
    """When both garden, as far as they said."""
    return set(one.hours) & set(other.hours)


def may_meet(one: Gardener, other: Gardener) -> bool:
    """False only when both said their hours and share none."""
    return not one.hours or not other.hours or bool(common_hours(one, other))


def _teach_each_other(one: Gardener, other: Gardener) -> bool:
    return {one.experience, other.experience} == {"beginner", "seasoned"}


def _mix_generations(one: Gardener, other: Gardener) -> bool:
    both_wish = one.mixes_generations and other.mixes_generations
    both_say = bool(one.generation and other.generation)
    return both_wish and both_say and one.generation != other.generation


def _passed(before: Iterable[Candidate], *, corner: Corner) -> list[tuple[int, Obstacle]]:
    """Whoever stood in line before, with what kept the corner from them."""
    return [(c.request_id, obstacle(c, corner=corner) or Obstacle.NO_COMMON_HOURS) for c in before]
