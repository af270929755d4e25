"""A plan as its editor posts it: a row for each shape, in its own few fields.

Not a formset: a garden of two hundred plots would ask for two thousand widgets, drawn one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from commons.drawing import Outline, bounding_box, rectangle
from gardens.models import Feature, Plot
from gardens.rules.drawing import HIGHEST_NUMBER, Drawing, FeatureShape, PlotShape
from gardens.rules.shapes import fitted

MOST_ROWS = 600
MOST_CORNERS = 100
FARTHEST = 9999
SIDES = ("x", "y", "width", "height")


@dataclass(frozen=True, kw_only=True)
class Row:
    """The fields of a shape as they were typed; ``key`` is "p12" for the plot 12, "n1" for a new one.

    Landmarks have "f12" and "m1", and a kind in place of a number.
    """

    key: str
    x: str = ""
    y: str = ""
    width: str = ""
    height: str = ""
    number: str = ""
    corners: str = ""
    raised: bool = False
    kind: str = ""
    removed: bool = False

    @property
    def row_id(self) -> int | None:
        """Of the plot or the landmark; None for a new one."""
        return int(self.key[1:]) if self.key[0] in "pf" else None

    @property
    def is_blank(self) -> bool:
        """A row for a new shape that nobody filled in."""
        return self.row_id is None and not any(getattr(self, side) for side in SIDES)


@dataclass(frozen=True, kw_only=True)
class Rows:
    plots: list[Row] = field(default_factory=list)
    features: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, plots: list[Plot], features: list[Feature]) -> "Rows":
        return cls(plots=list(map(_plot_row, plots)), features=list(map(_feature_row, features)))

    @classmethod
    def posted(cls, post: QueryDict) -> "Rows":
        return cls(
            plots=list(_posted(post, "plot", known="p", new="n")),
            features=list(_posted(post, "feature", known="f", new="m")),
        )

    def beside(self, now: "Rows") -> "Rows":
        """These rows, without those of shapes that are gone, with those that came meanwhile."""
        return Rows(
            plots=_beside(self.plots, now.plots), features=_beside(self.features, now.features)
        )

    def keeping(self, plot_ids: set[int]) -> "Rows":
        """These rows, of which some plots are not removed after all."""
        return replace(
            self,
            plots=[
                replace(row, removed=False) if row.row_id in plot_ids else row for row in self.plots
            ],
        )


def next_key(letter: str, rows: list[Row]) -> str:
    """For a row more: "n1" when none is new yet."""
    new = (int(row.key[1:]) for row in rows if row.row_id is None)
    return f"{letter}{max(new, default=0) + 1}"


class PlanMistypedError(Exception):
    """A field holds no number, or one that no plan can have; ``sentences`` say which."""

    def __init__(self, *, sentences: list[str]) -> None:
        super().__init__(f"{len(sentences)} mistyped")
        self.sentences = sentences


def read(rows: Rows) -> Drawing:
    """What the rows draw. Raises PlanMistypedError."""
    plots, features, sentences = [], [], []
    for row in rows.plots:
        if not row.removed:
            try:
                plots.append(_plot_shape(row))
            except (ValueError, OverflowError):
                sentences.append(_mistyped_plot(row))
    for row in rows.features:
        if not row.removed:
            try:
                features.append(_feature_shape(row))
            except (ValueError, OverflowError):
                sentences.append(_("Un repère a un champ vide, ou qui n’est pas un nombre."))
    if sentences:
        raise PlanMistypedError(sentences=sentences)
    return Drawing(
        plots=plots,
        features=features,
        removed_plots=_removed(rows.plots),
        removed_features=_removed(rows.features),
    )


def _mistyped_plot(row: Row) -> str:
    if not row.number:
        return _("Une parcelle n’a pas de numéro.")
    return _("Parcelle %(number)s : un champ est vide, ou n’est pas un nombre.") % {
        "number": row.number
    }


def _plot_shape(row: Row) -> PlotShape:
    box = _box(row)
    number = int(row.number)
    if not 1 <= number <= HIGHEST_NUMBER:
        raise ValueError(number)
    corners = _corners(row.corners) or rectangle(**box)
    return PlotShape(
        plot_id=row.row_id,
        number=number,
        outline=fitted(corners, **box),
        raised_bed=row.raised,
    )


def _feature_shape(row: Row) -> FeatureShape:
    return FeatureShape(feature_id=row.row_id, kind=Feature.Kind(row.kind).value, **_box(row))


def _box(row: Row) -> dict[str, int]:
    """Raises ValueError for what is no whole number, or is none that a plan may have."""
    box = {side: round(float(getattr(row, side).replace(",", "."))) for side in SIDES}
    if min(box.values()) < 0 or max(box.values()) > FARTHEST or 0 in (box["width"], box["height"]):
        raise ValueError(box)
    return box


def _corners(written: str) -> Outline:
    """ "12,18 58,18 58,58" → its points; raises ValueError."""
    points = written.split()
    if len(points) > MOST_CORNERS:
        raise ValueError(len(points))
    return [[float(n) for n in point.split(",", 1)] for point in points]


def _written(outline: Outline) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in outline)


def _plot_row(plot: Plot) -> Row:
    x, y, width, height = bounding_box(plot.outline)
    return Row(
        key=f"p{plot.pk}",
        x=f"{x:g}",
        y=f"{y:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        number=str(plot.number),
        corners=_written(plot.outline),
        raised=plot.raised_bed,
    )


def _feature_row(mark: Feature) -> Row:
    return Row(
        key=f"f{mark.pk}",
        x=str(mark.x),
        y=str(mark.y),
        width=str(mark.width),
        height=str(mark.height),
        kind=mark.kind,
    )


def _posted(post: QueryDict, name: str, *, known: str, new: str) -> Iterator[Row]:
    for key in post.getlist(name)[:MOST_ROWS]:
        if key[:1] not in (known, new) or not key[1:].isdecimal():
            continue
        row = Row(
            key=key,
            **{
                part: post.get(f"{part}-{key}", "").strip()
                for part in (*SIDES, "number", "corners", "kind")
            },
            raised=f"raised-{key}" in post,
            removed=f"remove-{key}" in post,
        )
        if not row.is_blank and not (row.removed and row.row_id is None):
            yield row


def _removed(rows: list[Row]) -> frozenset[int]:
    return frozenset(row.row_id for row in rows if row.removed and row.row_id is not None)


def _beside(drawn: list[Row], now: list[Row]) -> list[Row]:
    standing = {row.key for row in now}
    kept = [row for row in drawn if row.row_id is None or row.key in standing]
    known = {row.key for row in kept}
    return [*kept, *(replace(row) for row in now if row.key not in known)]
