"""A plan as somebody drew it: what it holds, what stands in the way of keeping it, which version it is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from itertools import combinations

from commons.drawing import Outline, fits_in
from gardens.rules.cutting import SMALLEST_M2
from gardens.rules.shapes import crosses_itself, overlap, surface_of

HIGHEST_NUMBER = 9999


@dataclass(frozen=True, kw_only=True)
class PlotShape:
    """A plot as drawn; a new one has no id yet."""

    plot_id: int | None
    number: int
    outline: Outline
    raised_bed: bool = False


@dataclass(frozen=True, kw_only=True)
class FeatureShape:
    """A landmark as drawn; a new one has no id yet."""

    feature_id: int | None
    kind: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """What somebody drew. What it does not name stays as it was; only what is ``removed`` goes."""

    plots: list[PlotShape] = field(default_factory=list)
    features: list[FeatureShape] = field(default_factory=list)
    removed_plots: frozenset[int] = frozenset()
    removed_features: frozenset[int] = frozenset()


class Fault(StrEnum):
    NUMBER_TWICE = "number-twice"
    OUTSIDE = "outside"
    CROSSED = "crossed"
    TOO_SMALL = "too-small"
    OVERLAP = "overlap"
    LANDMARK_OUTSIDE = "landmark-outside"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Why a plan cannot be kept, and the numbers of the plots it is about (or a landmark's kind)."""

    fault: Fault
    numbers: tuple[int, ...] = ()
    kind: str = ""


def problems(
    plots: list[PlotShape], features: list[FeatureShape], *, width: int, height: int
) -> list[Problem]:
    """All that stands in the way, what concerns one shape before what concerns two."""
    found = [*_of_numbers(plots), *_of_landmarks(features, width=width, height=height)]
    sound = []
    for plot in plots:
        faults = list(_of_shape(plot, width=width, height=height))
        found += faults
        if not faults:
            sound.append(plot)
    return found + [
        Problem(fault=Fault.OVERLAP, numbers=(one.number, other.number))
        for one, other in combinations(sound, 2)
        if overlap(one.outline, other.outline)
    ]


def version_of(plots: Iterable[PlotShape], features: Iterable[FeatureShape]) -> str:
    """Names a plan by what is drawn on it: it changes whenever anybody changes a shape, by whatever door."""
    drawn = sorted(
        [f"{p.plot_id}:{p.number}:{p.raised_bed}:{_said(p.outline)}" for p in plots]
        + [f"{f.feature_id}:{f.kind}:{f.x}:{f.y}:{f.width}:{f.height}" for f in features]
    )
    return sha256("|".join(drawn).encode()).hexdigest()[:16]


def _said(outline: Outline) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in outline)


def _of_numbers(plots: list[PlotShape]) -> Iterator[Problem]:
    for number, times in sorted(Counter(plot.number for plot in plots).items()):
        if times > 1:
            yield Problem(fault=Fault.NUMBER_TWICE, numbers=(number,))


def _of_landmarks(features: list[FeatureShape], *, width: int, height: int) -> Iterator[Problem]:
    for mark in features:
        if mark.x + mark.width > width or mark.y + mark.height > height:
            yield Problem(fault=Fault.LANDMARK_OUTSIDE, kind=mark.kind)


def _of_shape(plot: PlotShape, *, width: int, height: int) -> Iterator[Problem]:
    if not fits_in(plot.outline, width=width, height=height):
        yield Problem(fault=Fault.OUTSIDE, numbers=(plot.number,))
    if crosses_itself(plot.outline):
        yield Problem(fault=Fault.CROSSED, numbers=(plot.number,))
    elif float(surface_of(plot.outline)) < SMALLEST_M2:
        yield Problem(fault=Fault.TOO_SMALL, numbers=(plot.number,))
