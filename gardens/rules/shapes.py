"""Geometry of plots, as pure functions on outlines in decimetres.

Two plots may share a border: shapes overlap only when one lies more than ``SLACK`` inside the other, for
corners are whole decimetres and a slanted border cannot always be shared to the millimetre.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from math import hypot

from commons.drawing import Outline, Point, bounding_box

SLACK = 0.5
DM2_PER_M2 = 100
FAR = Decimal("0.15")  # a surface noted by hand may differ from the drawn one by that part of it


def surface_of(outline: Outline) -> Decimal:
    """In square metres, to a tenth."""
    return round(Decimal(str(abs(_twice_the_area(outline)) / 2)) / DM2_PER_M2, 1)


def is_far(noted: Decimal, drawn: Decimal) -> bool:
    """Whether a surface noted by hand is so far from the drawn one that one of them must be a slip."""
    return abs(noted - drawn) > noted * FAR


def goes_clockwise(outline: Outline) -> bool:
    """On a plan, where y goes down."""
    return _twice_the_area(outline) > 0


def fitted(outline: Outline, *, x: int, y: int, width: int, height: int) -> list[list[int]]:
    """The outline moved and stretched so that this rectangle holds it; corners in whole decimetres."""
    left, top, wide, high = bounding_box(outline)
    return [
        [
            round(x + (px - left) * (width / wide if wide else 1)),
            round(y + (py - top) * (height / high if high else 1)),
        ]
        for px, py in outline
    ]


def crosses_itself(outline: Outline) -> bool:
    """Whether two sides meet elsewhere than at the corner they share, or a side has no length."""
    sides = list(sides_of(outline))
    if any(start == end for start, end in sides):
        return True
    last = len(sides) - 1
    for (first, one), (second, other) in combinations(enumerate(sides), 2):
        if second == first + 1 or (first == 0 and second == last):
            if _folds_back(one, other) or _folds_back(other, one):
                return True
        elif _meet(one, other):
            return True
    return False


def overlap(one: Outline, other: Outline) -> bool:
    """Whether two shapes share ground, a common border set aside."""
    if not _boxes_overlap(one, other):
        return False
    return (
        any(_is_deep_in(point, other) for point in _along(one, other))
        or any(_is_deep_in(point, one) for point in _along(other, one))
        or _is_deep_in(point_inside(one), other)
    )


def gap_between(one: Outline, other: Outline) -> float:
    """How far two shapes stand from each other, in decimetres; 0 where they touch or overlap."""
    if overlap(one, other):
        return 0
    apart = [_distance(point, *side) for point in one for side in sides_of(other)]
    apart += [_distance(point, *side) for point in other for side in sides_of(one)]
    return min(apart)


def point_inside(outline: Outline) -> Point:
    """A point of the ground a shape covers: the middle of the widest stretch, half way down a side."""
    rows = sorted({point[1] for point in outline})
    widest: tuple[float, Point] = (0, outline[0])
    for high, low in pairwise(rows):
        y = (high + low) / 2
        crossings = sorted(_crossings(outline, y=y))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            widest = max(widest, (min(right - left, low - high), ((left + right) / 2, y)))
    return widest[1]


def sides_of(outline: Outline) -> Iterator[tuple[Point, Point]]:
    yield from pairwise([*outline, outline[0]])


def side_of(start: Point, end: Point, point: Point) -> float:
    """Positive on the right of the way from start to end, negative on its left, 0 on the line."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def is_between(start: Point, end: Point, point: Point) -> bool:
    """Whether a point lies on a side, its ends included."""
    return (
        side_of(start, end, point) == 0
        and min(start[0], end[0]) <= point[0] <= max(start[0], end[0])
        and min(start[1], end[1]) <= point[1] <= max(start[1], end[1])
    )


def _twice_the_area(outline: Outline) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in sides_of(outline))


def _boxes_overlap(one: Outline, other: Outline) -> bool:
    x1, y1, width1, height1 = bounding_box(one)
    x2, y2, width2, height2 = bounding_box(other)
    return x1 < x2 + width2 and x2 < x1 + width1 and y1 < y2 + height2 and y2 < y1 + height1


def _folds_back(side: tuple[Point, Point], following: tuple[Point, Point]) -> bool:
    """Whether two sides that share a corner lie one on the other."""
    (start, corner), (_corner, end) = side, following
    if corner != _corner or side_of(start, corner, end) != 0:
        return False
    return (start[0] - corner[0]) * (end[0] - corner[0]) + (start[1] - corner[1]) * (
        end[1] - corner[1]
    ) > 0


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = one, other
    if side_of(a, b, c) * side_of(a, b, d) < 0 and side_of(c, d, a) * side_of(c, d, b) < 0:
        return True
    return is_between(a, b, c) or is_between(a, b, d) or is_between(c, d, a) or is_between(c, d, b)


def _along(outline: Outline, other: Outline) -> Iterator[Point]:
    """The middles of the stretches into which another shape cuts the sides of this one."""
    for (x1, y1), (x2, y2) in sides_of(outline):
        cuts = {0.0, 1.0}
        for c, d in sides_of(other):
            cuts.update(_cuts((x1, y1), (x2, y2), c, d))
        for before, after in pairwise(sorted(cuts)):
            middle = (before + after) / 2
            yield x1 + (x2 - x1) * middle, y1 + (y2 - y1) * middle


def _cuts(a: Point, b: Point, c: Point, d: Point) -> Iterator[float]:
    """Where a side is met by another, as parts of its length."""
    before, after = side_of(c, d, a), side_of(c, d, b)
    if before != after:
        part = before / (before - after)
        if 0 < part < 1:
            yield part
        return
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    for x, y in (c, d):
        part = ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / (length or 1)
        if 0 < part < 1:
            yield part


def _is_deep_in(point: Point, outline: Outline) -> bool:
    x, y = point
    inside = sum(crossing < x for crossing in _crossings(outline, y=y)) % 2 == 1
    return inside and all(_distance(point, *side) > SLACK for side in sides_of(outline))


def _crossings(outline: Outline, *, y: float) -> Iterator[float]:
    """Where a level line crosses the sides; a corner on it counts for the side that goes down from it."""
    for (x1, y1), (x2, y2) in sides_of(outline):
        if (y1 <= y) != (y2 <= y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)


def _distance(point: Point, start: Point, end: Point) -> float:
    x, y = end[0] - start[0], end[1] - start[1]
    part = ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / ((x * x + y * y) or 1)
    part = max(0, min(1, part))
    return hypot(point[0] - start[0] - x * part, point[1] - start[1] - y * part)
