"""Whom to propose a vacancy to: the first in line whose wishes fit; whoever is passed by has a reason."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

SMALL_M2 = 10
MEDIUM_M2 = 30


class Why(StrEnum):
    """Why a household in line is not proposed a vacancy."""

    HAS_AN_OFFER = "has-an-offer"
    HOLDS_ENOUGH = "holds-enough"
    DECLINED_IT = "declined-it"
    WANTS_ALONE = "wants-alone"
    WANTS_TO_SHARE = "wants-to-share"
    NEEDS_RAISED_BED = "needs-raised-bed"
    RAISED_BED_KEPT = "raised-bed-kept"
    OTHER_SIZE = "other-size"


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """A free part of a plot."""

    shared: bool
    raised_bed: bool
    surface_m2: float  # of the part
    declined_by: Set[int] = frozenset()  # requests whose households did not want it


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A household in line, with what it wishes."""

    request_id: int
    wish: str  # "either", "share", "alone"
    raised_bed: bool
    size: str  # "any", "small", "medium", "large"
    has_an_offer: bool = False
    holds_enough: bool = False


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Whom the rules propose, and why each of those before them is passed by, in the order of the line."""

    request_id: int | None
    passed: list[tuple[int, Why]] = field(default_factory=list)


def propose(line: Sequence[Candidate], *, vacancy: Vacancy) -> Proposal:
    """The first in line whom the vacancy suits.

    A raised bed is kept for those who asked for one, as long as one of them waits; after that it goes to
    the first whom it suits.
    """
    kept = vacancy.raised_bed and any(
        reason_to_pass(c, vacancy=vacancy, raised_bed_kept=True) is None for c in line
    )
    passed: list[tuple[int, Why]] = []
    for candidate in line:
        why = reason_to_pass(candidate, vacancy=vacancy, raised_bed_kept=kept)
        if why is None:
            return Proposal(request_id=candidate.request_id, passed=passed)
        passed.append((candidate.request_id, why))
    return Proposal(request_id=None, passed=passed)


def reason_to_pass(candidate: Candidate, *, vacancy: Vacancy, raised_bed_kept: bool) -> Why | None:
    """The first reason why a vacancy is not for a household, or None when it suits them."""
    reasons = chain(
        _what_they_have(candidate, vacancy), _what_they_wish(candidate, vacancy, raised_bed_kept)
    )
    return next(reasons, None)


def _what_they_have(candidate: Candidate, vacancy: Vacancy) -> Iterator[Why]:
    if candidate.has_an_offer:
        yield Why.HAS_AN_OFFER
    if candidate.holds_enough:
        yield Why.HOLDS_ENOUGH
    if candidate.request_id in vacancy.declined_by:
        yield Why.DECLINED_IT


def _what_they_wish(candidate: Candidate, vacancy: Vacancy, raised_bed_kept: bool) -> Iterator[Why]:
    if candidate.wish == ("alone" if vacancy.shared else "share"):
        yield Why.WANTS_ALONE if vacancy.shared else Why.WANTS_TO_SHARE
    if candidate.raised_bed and not vacancy.raised_bed:
        yield Why.NEEDS_RAISED_BED
    if raised_bed_kept and not candidate.raised_bed:
        yield Why.RAISED_BED_KEPT
    if not fits(candidate.size, vacancy.surface_m2):
        yield Why.OTHER_SIZE


def fits(size: str, surface_m2: float) -> bool:
    """Whether a surface is of the size that a household asked for."""
    if size == "small":
        return surface_m2 <= SMALL_M2
    if size == "medium":
        return SMALL_M2 < surface_m2 <= MEDIUM_M2
    return size != "large" or surface_m2 > MEDIUM_M2
