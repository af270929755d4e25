"""What a plot's outline may be. One unit is a decimetre; x goes right and y goes down, as in SVG."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

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
