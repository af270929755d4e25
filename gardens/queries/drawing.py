"""A garden's plan as the one who draws it opens it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from gardens.models import Feature, Garden, Plot, PlotChange
from gardens.rules.drawing import FeatureShape, PlotShape, version_of

# What keeps a plot from being deleted: what people were promised, grew or showed there.
PAST = (
    Q(tenancies__isnull=False)
    | Q(came_from__kind__in=PlotChange.LINEAGE)
    | Q(pictures__isnull=False)
)


@dataclass(frozen=True, kw_only=True)
class OpenPlan:
    """What stands on the plan, and the version that this is; each plot says whether it ``has_past``."""

    plots: list[Plot]
    features: list[Feature]
    version: str


def open_plan(garden: Garden) -> OpenPlan:
    """Two queries, however many shapes."""
    past = Exists(Plot.objects.filter(PAST, pk=OuterRef("pk")))
    plots = list(
        Plot.objects.current().filter(garden=garden).annotate(has_past=past).order_by("number")
    )
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
