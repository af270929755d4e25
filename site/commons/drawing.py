"""Lines that a hand could have drawn, for the plans of the trades. Pure functions.

x goes right and y goes down, as in SVG. A plan's unit is its trade's own; a decimetre suits both.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Point = Sequence[float]
Outline = Sequence[Point]

WOBBLE = 0.012  # how far a hand strays from a straight line, as a part of its length
MOST_WOBBLE = 1.6  # and never more than that, in units of the plan


def rectangle(x: float, y: float, width: float, height: float) -> list[list[float]]:
    """The outline of a rectangle, clockwise from its upper left corner."""
    return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]


def fits_in(outline: Outline, *, width: float, height: float) -> bool:
    return all(0 <= x <= width and 0 <= y <= height for x, y in outline)


def bounding_box(outline: Outline) -> tuple[float, float, float, float]:
    """The smallest upright rectangle round an outline: x, y, width, height."""
    xs = [point[0] for point in outline]
    ys = [point[1] for point in outline]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def middle_of(outline: Outline) -> tuple[float, float]:
    """The centre of the rectangle round an outline: where its number is written."""
    x, y, width, height = bounding_box(outline)
    return round(x + width / 2, 1), round(y + height / 2, 1)


def hand_drawn(outline: Outline, *, seed: int) -> str:
    """A closed SVG path whose sides bow a little; the same seed always draws the same."""
    corners = [*outline, outline[0]]
    sides = (
        _bowed(start, end, seed=seed + side) for side, (start, end) in enumerate(pairwise(corners))
    )
    return f"M{outline[0][0]:g} {outline[0][1]:g}{''.join(sides)}Z"


def _bowed(start: Point, end: Point, *, seed: int) -> str:
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1
    # A few fixed strays, taken in turn, look like a hand; true chance would move at each visit.
    stray = (0.9, -0.6, 0.4, -1.0, 0.7, -0.3, 1.0)[seed % 7]
    bow = stray * min(length * WOBBLE, MOST_WOBBLE)
    x = (x1 + x2) / 2 + (y2 - y1) / length * bow * 2
    y = (y1 + y2) / 2 - (x2 - x1) / length * bow * 2
    return f"Q{x:.1f} {y:.1f} {x2:g} {y2:g}"
