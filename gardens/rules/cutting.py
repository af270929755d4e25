"""Cutting a plot in two along a line, and joining two plots into one shape. Pure functions."""

from itertools import pairwise
from typing import Literal

from commons.drawing import Outline, Point
from gardens.rules.shapes import (
    crosses_itself,
    goes_clockwise,
    is_between,
    side_of,
    sides_of,
    surface_of,
)

# "down": the line goes from top to bottom, and one half is left of it; "across": one half is above it.
Way = Literal["down", "across"]
SMALLEST_M2 = 0.5

Shape = list[list[int]]
Side = tuple[tuple[float, float], tuple[float, float]]


def cut(outline: Outline, *, way: Way, at: float) -> tuple[Shape, Shape] | None:
    """The two halves, the left or the upper one first; None when the line does not make two of them.

    ``at`` is where the line stands, in decimetres from the left or from the top of the plan.
    """
    axis = 0 if way == "down" else 1
    halves = (
        _half(outline, axis=axis, at=at, after=False),
        _half(outline, axis=axis, at=at, after=True),
    )
    return halves if all(map(_is_a_plot, halves)) else None


def joined(one: Outline, other: Outline) -> Shape:
    """The shape of both: their common border goes; where they do not touch, what lies between is taken in."""
    return _without_the_border(one, other) or _hull([*one, *other])


def _is_a_plot(outline: Shape) -> bool:
    return (
        len(outline) >= 3
        and not crosses_itself(outline)
        and float(surface_of(outline)) >= SMALLEST_M2
    )


def _half(outline: Outline, *, axis: int, at: float, after: bool) -> Shape:
    kept: list[Point] = []
    for start, end in sides_of(outline):
        begins, ends = (start[axis] > at) == after, (end[axis] > at) == after
        if begins:
            kept.append(start)
        if begins != ends:
            part = (at - start[axis]) / (end[axis] - start[axis])
            kept.append([a + (b - a) * part for a, b in zip(start, end, strict=True)])
    return _tidy(kept)


def _without_the_border(one: Outline, other: Outline) -> Shape | None:
    """Both outlines walked clockwise, without the stretches walked both ways; None unless one ring is left."""
    walked = _stretches(one, other) + _stretches(other, one)
    kept = [(start, end) for start, end in walked if (end, start) not in walked]
    following = dict(kept)
    if len(kept) == len(walked) or len(following) != len(kept):
        return None
    first = kept[0][0]
    ring, here = [first], following[first]
    while here != first:
        ring.append(here)
        here = following.get(here, first)
    shape = _tidy(ring)
    return shape if len(ring) == len(kept) and not crosses_itself(shape) else None


def _stretches(outline: Outline, other: Outline) -> list[Side]:
    """The sides, clockwise, broken at the corners of the other shape that lie on them."""
    corners = list(outline) if goes_clockwise(outline) else list(reversed(outline))
    broken: list[Side] = []
    for start, end in sides_of(corners):
        met = [point for point in other if is_between(start, end, point)]
        stops = {(float(x), float(y)) for x, y in (start, *met, end)}
        along = sorted(stops, key=lambda p: abs(p[0] - start[0]) + abs(p[1] - start[1]))
        broken += pairwise(along)
    return broken


def _hull(points: list[Point]) -> Shape:
    """The shortest fence round all points."""
    ordered = sorted({(x, y) for x, y in points})
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return _tidy([*lower[:-1], *upper[:-1]])


def _chain(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for point in points:
        while len(chain) > 1 and side_of(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _tidy(corners: list[Point] | list[tuple[float, float]]) -> Shape:
    """In whole decimetres, without the corners that turn nowhere."""
    whole = [[round(x), round(y)] for x, y in corners]
    whole = [point for rank, point in enumerate(whole) if point != whole[rank - 1]]
    return [
        point
        for rank, point in enumerate(whole)
        if side_of(whole[rank - 1], point, whole[(rank + 1) % len(whole)]) != 0
    ]
