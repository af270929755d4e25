"""Rectangles of the plan: where they lie, and where a quarter turn puts them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from market.models.hall import OnThePlan

MARGIN = 8


@dataclass(frozen=True, kw_only=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, row: OnThePlan) -> Self:
        return cls(x=row.x, y=row.y, width=row.width, height=row.height)

    def turned(self, *, within: "Box") -> "Box":
        """The same box once the whole of ``within`` has made a quarter turn clockwise."""
        return Box(
            x=within.y + within.height - self.y - self.height,
            y=self.x,
            width=self.height,
            height=self.width,
        )

    @property
    def middle(self) -> tuple[float, float]:
        return round(self.x + self.width / 2, 1), round(self.y + self.height / 2, 1)


def frame_round(boxes: Iterable[Box]) -> Box:
    """The smallest upright box that holds them all, with a margin."""
    boxes = list(boxes)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return Box(
        x=left - MARGIN,
        y=top - MARGIN,
        width=right - left + 2 * MARGIN,
        height=bottom - top + 2 * MARGIN,
    )
