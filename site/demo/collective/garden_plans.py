"""The two gardens as they lie: plots and landmarks, in decimetres from the upper left corner.

A plot is a line of figures: its number, its kind, its corners, then what sets it apart.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from commons.drawing import rectangle
from gardens.models import Feature, Plot

Corners = list[list[float]]
Kind = Plot.Kind
Sun = Plot.Sun
Mark = Feature.Kind


@dataclass(frozen=True, kw_only=True)
class PlotDrawing:
    """``tenants`` says how many of its parts are held."""

    number: int
    corners: Corners
    kind: str = Kind.INDIVIDUAL
    parts: int = 1
    tenants: int = 0
    sun: str = Sun.FULL
    raised_bed: bool = False

    @property
    def surface_m2(self) -> float:
        """Shoelace formula; 100 dm² to the m²."""
        ring = [*self.corners, self.corners[0]]
        twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
        return round(abs(twice) / 200, 1)


@dataclass(frozen=True, kw_only=True)
class GardenDrawing:
    width: int
    height: int
    plots: list[PlotDrawing] = field(default_factory=list)
    marks: list[tuple[str, int, int, int, int]] = field(default_factory=list)


def _bed(number: int, x: float, y: float, *, held: bool = True, sun: str = Sun.FULL) -> PlotDrawing:
    """A household's plot, 4.6 m by 4 m."""
    return PlotDrawing(number=number, corners=rectangle(x, y, 46, 40), tenants=int(held), sun=sun)


def _raised(number: int, x: float, y: float, *, held: bool) -> PlotDrawing:
    return PlotDrawing(
        number=number, corners=rectangle(x, y, 34, 20), tenants=int(held), raised_bed=True
    )


RIVERSIDE = GardenDrawing(
    width=340,
    height=232,
    plots=[
        _bed(1, 12, 18), _bed(2, 64, 18), _bed(3, 116, 18, held=False),
        _bed(4, 12, 64), _bed(5, 64, 64), _bed(6, 116, 64),
        _bed(7, 182, 18), _bed(8, 234, 18, sun=Sun.HALF),
        PlotDrawing(
            number=9, kind=Kind.SHARED, parts=3, tenants=3, corners=rectangle(182, 64, 98, 40)
        ),
        PlotDrawing(
            number=10, kind=Kind.COLLECTIVE, parts=0,
            corners=[[12, 128], [96, 128], [88, 220], [12, 220]],
        ),
        PlotDrawing(
            number=11, kind=Kind.SHARED, parts=2, tenants=1,
            corners=[[102, 128], [162, 128], [162, 170], [98, 170]],
        ),
        PlotDrawing(
            number=12, kind=Kind.SHARED, parts=2, tenants=2,
            corners=[[98, 176], [162, 176], [162, 220], [94, 220]],
        ),
        _raised(13, 184, 130, held=True), _raised(14, 224, 130, held=False),
        _raised(15, 184, 156, held=True), _raised(16, 224, 156, held=True),
        PlotDrawing(
            number=17, tenants=1, sun=Sun.HALF,
            corners=[[182, 184], [232, 184], [240, 220], [182, 220]],
        ),
        PlotDrawing(
            number=18, tenants=1, sun=Sun.HALF,
            corners=[[238, 184], [290, 184], [290, 220], [246, 220]],
        ),
    ],
    marks=[
        (Mark.HEDGE, 0, 0, 340, 10),
        (Mark.PATH, 0, 110, 340, 12),
        (Mark.PATH, 167, 10, 10, 222),
        (Mark.SHED, 288, 16, 42, 32),
        (Mark.TABLE, 296, 58, 26, 16),
        (Mark.TREE, 290, 80, 28, 28),
        (Mark.TREE, 300, 126, 30, 30),
        (Mark.WATER, 268, 134, 18, 18),
        (Mark.COMPOST, 300, 184, 30, 36),
        (Mark.GATE, 0, 108, 8, 16),
    ],
)  # fmt: skip

HILLSIDE = GardenDrawing(
    width=220,
    height=250,
    plots=[
        PlotDrawing(number=1, tenants=1, corners=[[14, 20], [66, 20], [66, 62], [14, 58]]),
        PlotDrawing(number=2, tenants=0, corners=[[72, 20], [124, 20], [124, 66], [72, 62]]),
        PlotDrawing(
            number=3, kind=Kind.COLLECTIVE, parts=0,
            corners=[[14, 66], [124, 74], [124, 112], [14, 112]],
        ),
        PlotDrawing(number=4, tenants=1, corners=rectangle(14, 130, 50, 44)),
        PlotDrawing(number=5, tenants=1, corners=rectangle(70, 130, 54, 44)),
        PlotDrawing(
            number=6, kind=Kind.SHARED, parts=2, tenants=2,
            corners=[[14, 180], [92, 180], [86, 236], [14, 236]],
        ),
        PlotDrawing(
            number=7, tenants=1, sun=Sun.HALF,
            corners=[[98, 180], [124, 180], [124, 236], [92, 236]],
        ),
        PlotDrawing(
            number=8, kind=Kind.SHARED, parts=3, tenants=2, corners=rectangle(142, 130, 64, 44)
        ),
        PlotDrawing(number=9, tenants=0, sun=Sun.HALF, corners=rectangle(142, 180, 64, 30)),
        _raised(10, 142, 66, held=True), _raised(11, 142, 92, held=True),
        PlotDrawing(number=12, tenants=1, corners=rectangle(180, 66, 28, 46)),
    ],
    marks=[
        (Mark.HEDGE, 0, 0, 10, 250),
        (Mark.HEDGE, 10, 0, 210, 10),
        (Mark.PATH, 10, 116, 210, 10),
        (Mark.PATH, 128, 10, 10, 240),
        (Mark.SHED, 170, 14, 40, 30),
        (Mark.WATER, 144, 20, 16, 16),
        (Mark.TREE, 142, 216, 28, 28),
        (Mark.TABLE, 180, 222, 24, 14),
        (Mark.COMPOST, 144, 46, 30, 14),
        (Mark.GATE, 212, 112, 8, 18),
    ],
)  # fmt: skip
