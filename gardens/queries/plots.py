"""A plot, as anybody may read it: never who holds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from commons.cms.pictures import Picture
from commons.cms.templatetags.pictures import SHAPES
from commons.drawing import rectangle
from gardens.models import Feature, Garden, Plot, PlotChange, PlotPicture
from gardens.queries.glance import Glance, glances
from gardens.rules.shapes import gap_between

DM_PER_M = 10
PICTURES_SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class PlotSheet:
    """A plot in its garden, at an instant. One that is retired stands on no plan any more."""

    plot: Plot
    glance: Glance
    metres_to_water: float | None  # None when the plan shows no point of water
    past: list[PlotChange]  # what made it, then what made that, and so on back
    future: PlotChange | None  # what became of it, when it is retired
    pictures: list[PlotPicture]


def plot_sheet(slug: str, number: int, *, at: datetime) -> PlotSheet | None:
    """The plot of a garden that has this number, or the latest that had it; None without any."""
    garden = Garden.objects.filter(slug=slug).first()
    if garden is None:
        return None
    (glance,) = glances(at=at, garden_ids=[garden.pk])
    plot = next((plot for plot in glance.plots if plot.number == number), None)
    if plot is None:
        plot = garden.plots.exclude(retired_on=None).filter(number=number).last()
    if plot is None:
        return None
    changes = list(_lineage(garden))
    past = list(_back(plot, changes))
    return PlotSheet(
        plot=plot,
        glance=glance,
        metres_to_water=metres_to_water(plot, glance.features),
        past=past,
        future=next((c for c in changes if plot in c.sources.all()), None),
        pictures=_pictures(plot, past),
    )


def metres_to_water(plot: Plot, features: Iterable[Feature]) -> float | None:
    """From the border of a plot to the nearest point of water on the plan."""
    points = [mark for mark in features if mark.kind == Feature.Kind.WATER]
    gaps = (
        gap_between(plot.outline, rectangle(mark.x, mark.y, mark.width, mark.height))
        for mark in points
    )
    return round(min(gaps) / DM_PER_M, 1) if points else None


def _lineage(garden: Garden) -> QuerySet[PlotChange]:
    """What made plots out of others, or ended them; the latest first."""
    kinds = (*PlotChange.LINEAGE, PlotChange.Kind.RETIRED)
    changes = garden.changes.filter(kind__in=kinds).order_by("-on", "-at", "-pk")
    return changes.prefetch_related(
        Prefetch("sources", Plot.objects.order_by("number")),
        Prefetch("results", Plot.objects.order_by("number")),
    )


def _back(plot: Plot, changes: list[PlotChange]) -> Iterable[PlotChange]:
    """From the change that made it back to the first plot of its ground."""
    wanted = {plot.pk}
    for change in changes:
        if wanted & {result.pk for result in change.results.all()}:
            wanted |= {source.pk for source in change.sources.all()}
            yield change


def _pictures(plot: Plot, past: list[PlotChange]) -> list[PlotPicture]:
    """Of the plot, and of those whose ground it has; the latest first."""
    before = [source.pk for change in past for source in change.sources.all()]
    shown = PlotPicture.objects.filter(Q(plot=plot) | Q(plot__in=before))
    developed = Picture.objects.prefetch_renditions(*SHAPES["card"])
    return list(shown.prefetch_related(Prefetch("picture", developed))[:PICTURES_SHOWN])
