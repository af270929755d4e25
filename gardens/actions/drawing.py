"""Keeping a plan that somebody drew."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils import timezone

from commons.people.models import Person
from gardens.locks import lock_garden
from gardens.models import Feature, Garden, Plot, PlotChange
from gardens.plot_history import note
from gardens.queries.drawing import PAST, drawn_features, drawn_plots
from gardens.refusals import PlanChangedError, PlanRefusedError, PlotHasPastError
from gardens.rules.drawing import (
    HIGHEST_NUMBER,
    Drawing,
    FeatureShape,
    PlotShape,
    problems,
    version_of,
)
from gardens.rules.shapes import surface_of


def draw_plan(
    *,
    garden_id: int,
    version: str,
    drawing: Drawing,
    by: Person | None = None,
    now: datetime | None = None,
) -> Garden:
    """Keep a whole plan at once, or nothing of it; a plan kept twice changes nothing the second time.

    ``version`` is the one that was open while they drew.
    Raises PlanChangedError, PlanRefusedError, PlotHasPastError, Garden.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        garden = lock_garden(garden_id)
        plots, features = _standing(garden)
        _refuse_another_version(garden, plots.values(), features.values(), drawing, version=version)
        kept_plots = _merged(drawn_plots(plots.values()), drawing)
        kept_marks = _merged_marks(drawn_features(features.values()), drawing)
        found = problems(kept_plots, kept_marks, width=garden.plan_width, height=garden.plan_height)
        if found:
            raise PlanRefusedError(problems=found)
        _remove(garden, drawing)
        touched = _write_plots(garden, plots, drawing.plots)
        marks_changed = _write_features(garden, features, drawing.features)
        if touched or marks_changed or drawing.removed_plots or drawing.removed_features:
            note(garden, PlotChange.Kind.DRAWN, by=by, now=now, results=touched)
    return garden


def _standing(garden: Garden) -> tuple[dict[int, Plot], dict[int, Feature]]:
    """What the plan shows now, read under the lock."""
    return (
        {plot.pk: plot for plot in Plot.objects.current().filter(garden=garden)},
        {feature.pk: feature for feature in garden.features.all()},
    )


def _refuse_another_version(
    garden: Garden,
    plots: Iterable[Plot],
    features: Iterable[Feature],
    drawing: Drawing,
    *,
    version: str,
) -> None:
    plots, features = list(plots), list(features)
    known = {plot.pk for plot in plots}, {feature.pk for feature in features}
    drawn = (
        {shape.plot_id for shape in drawing.plots} - {None} | drawing.removed_plots,
        {shape.feature_id for shape in drawing.features} - {None} | drawing.removed_features,
    )
    same = version == version_of(drawn_plots(plots), drawn_features(features))
    if not same or not drawn[0] <= known[0] or not drawn[1] <= known[1]:
        raise PlanChangedError(change=garden.changes.select_related("by").first())


def _merged(standing: list[PlotShape], drawing: Drawing) -> list[PlotShape]:
    """The plan as it would be: what was drawn, and what the drawing does not name."""
    drawn = {shape.plot_id for shape in drawing.plots} | drawing.removed_plots
    return [*drawing.plots, *(shape for shape in standing if shape.plot_id not in drawn)]


def _merged_marks(standing: list[FeatureShape], drawing: Drawing) -> list[FeatureShape]:
    drawn = {shape.feature_id for shape in drawing.features} | drawing.removed_features
    return [*drawing.features, *(shape for shape in standing if shape.feature_id not in drawn)]


def _remove(garden: Garden, drawing: Drawing) -> None:
    """Plots without a past only: what people were promised, grew or wrote there stays."""
    going = garden.plots.filter(pk__in=drawing.removed_plots)
    if numbers := sorted(set(going.filter(PAST).values_list("number", flat=True))):
        raise PlotHasPastError(numbers=numbers)
    try:
        going.delete()
    except ProtectedError as kept:
        numbers = sorted(going.values_list("number", flat=True))
        raise PlotHasPastError(numbers=numbers) from kept
    garden.features.filter(pk__in=drawing.removed_features).delete()


def _write_plots(garden: Garden, plots: dict[int, Plot], shapes: list[PlotShape]) -> list[Plot]:
    """Those that were added or changed."""
    before = {shape.plot_id: shape for shape in drawn_plots(plots.values())}
    changed = [shape for shape in shapes if shape.plot_id is None or shape != before[shape.plot_id]]
    # Two plots that swap their numbers pass by numbers that no plot has: each is unique at any moment.
    renumbered = [shape.plot_id for shape in changed if shape.plot_id is not None]
    garden.plots.filter(pk__in=renumbered).update(number=F("number") + HIGHEST_NUMBER + 1)
    return [_write_plot(garden, plots, shape) for shape in changed]


def _write_plot(garden: Garden, plots: dict[int, Plot], shape: PlotShape) -> Plot:
    plot = plots[shape.plot_id] if shape.plot_id else Plot(garden=garden)
    outline = [list(point) for point in shape.outline]
    # A surface that somebody measured stays; one that came from the outline follows it.
    if not shape.plot_id or plot.surface_m2 == surface_of(plot.outline):
        plot.surface_m2 = surface_of(outline)
    plot.number, plot.outline, plot.raised_bed = shape.number, outline, shape.raised_bed
    plot.save()
    return plot


def _write_features(
    garden: Garden, features: dict[int, Feature], shapes: list[FeatureShape]
) -> bool:
    """Whether one was added or changed."""
    before = {shape.feature_id: shape for shape in drawn_features(features.values())}
    changed = [s for s in shapes if s.feature_id is None or s != before[s.feature_id]]
    for shape in changed:
        mark = features[shape.feature_id] if shape.feature_id else Feature(garden=garden)
        mark.kind, mark.x, mark.y = shape.kind, shape.x, shape.y
        mark.width, mark.height = shape.width, shape.height
        mark.save()
    return bool(changed)
