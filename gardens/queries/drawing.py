"""A garden's plan as the one who draws it opens it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from gardens.models import Feature, Garden, Plot, PlotChange
from gardens.rules.drawing import FeatureShape, PlotShape, version_of


@dataclass(frozen=True, kw_only=True)
class OpenPlan:
    """What stands on the plan, and the version that this is."""

    plots: list[Plot]
    features: list[Feature]
    version: str


def open_plan(garden: Garden) -> OpenPlan:
    """Two queries, however many shapes."""
    plots = list(garden.plots.current().order_by("number"))
    features = list(garden.features.all())
    return OpenPlan(
        plots=plots,
        features=features,
        version=version_of(drawn_plots(plots), drawn_features(features)),
    )


def drawn_plots(plots: Iterable[Plot]) -> list[PlotShape]:
    return [
        PlotShape(
            plot_id=plot.pk,
            number=plot.number,
            outline=plot.outline,
            raised_bed=plot.raised_bed,
        )
        for plot in plots
    ]


def drawn_features(features: Iterable[Feature]) -> list[FeatureShape]:
    return [
        FeatureShape(
            feature_id=mark.pk,
            kind=mark.kind,
            x=mark.x,
            y=mark.y,
            width=mark.width,
            height=mark.height,
        )
        for mark in features
    ]


def changes_of(garden: Garden, *, latest: int) -> QuerySet[PlotChange]:
    """The latest changes to the plots of a garden, with who made them."""
    changes = garden.changes.select_related("by").prefetch_related("sources", "results")
    return changes[:latest]
