"""Shapes on a garden's plan. One unit is a decimetre; x goes right and y goes down, as in SVG."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

Point = Sequence[float]
Outline = Sequence[Point]

FEWEST_CORNERS = 3


def validate_outline(value: Any) -> None:
    """Refuse what is not a list of at least three points ``[x, y]`` with numbers from zero up."""
    if not is_outline(value):
        raise ValidationError(
            _("Donnez au moins trois points [x, y], en décimètres : [[0, 0], [40, 0], [40, 25]].")
        )


def is_outline(value: Any) -> bool:
    return isinstance(value, list) and len(value) >= FEWEST_CORNERS and all(map(_is_point, value))


def _is_point(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) == 2
        # In Python a bool is an int; in a plan it is a slip.
        and all(isinstance(n, int | float) and not isinstance(n, bool) and n >= 0 for n in point)
    )


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
