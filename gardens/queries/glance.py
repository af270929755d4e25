"""A garden at a glance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import get_language

from gardens.models import Corner, Criterion, Feature, Garden, GardenPage, Match, Plot, PlotRequest
from gardens.queries.standing import plots_standing
from gardens.rules.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Glance:
    """A garden at an instant: its plots (read with how they stand), what is among them, and its line."""

    garden: Garden
    plots: list[Plot]
    features: list[Feature]
    waiting: int
    criteria: dict[str, int]  # days of head start by kind
    corners: int  # of plots that one household holds, proposed to whoever waits

    @property
    def free(self) -> int:
        """Plots that nobody holds nor is offered."""
        return sum(plot.standing == Standing.FREE for plot in self.plots)

    @property
    def shared(self) -> int:
        """Plots that two households or more hold together."""
        return sum(plot.tenants > 1 for plot in self.plots)

    @property
    def free_corners(self) -> int:
        """Parts of shared plots that wait for one more household, and corners that households propose."""
        shared = (plot for plot in self.plots if plot.standing == Standing.SHARED)
        return self.corners + sum(plot.free_parts for plot in shared)


def glances(*, at: datetime, garden_ids: Iterable[int] | None = None) -> list[Glance]:
    """Every garden, or those of the given ids: three queries, however many plots."""
    gardens = Garden.objects.all()
    if garden_ids is not None:
        gardens = gardens.filter(pk__in=garden_ids)
    criteria = Criterion.objects.filter(garden=OuterRef("pk")).values(
        json=JSONObject(kind="kind", days="days")
    )
    gardens = (
        gardens.select_related("place")
        .annotate(
            waiting=Coalesce(Subquery(_waiting()), 0),
            criteria_counted=ArraySubquery(criteria),
            corners=Coalesce(Subquery(_corners()), 0),
        )
        .prefetch_related(Prefetch("plots", plots_standing(at=at).order_by("number")), "features")
    )
    return [
        Glance(
            garden=garden,
            plots=list(garden.plots.all()),
            features=list(garden.features.all()),
            waiting=garden.waiting,
            criteria={one["kind"]: one["days"] for one in garden.criteria_counted},
            corners=garden.corners,
        )
        for garden in gardens
    ]


def _waiting() -> QuerySet[Any]:
    """How many wait for a garden's plots: counted apart, for a join would ask all else once for each."""
    waiting = PlotRequest.objects.waiting().filter(garden=OuterRef("pk")).order_by()
    return waiting.values("garden").annotate(n=Count("pk")).values("n")


def _corners() -> QuerySet[Any]:
    """How many corners a garden's households propose, those aside that somebody is to answer for."""
    answered_for = Match.objects.filter(corner=OuterRef("pk"), state=Match.State.PROPOSED)
    corners = Corner.objects.filter(~Exists(answered_for), state=Corner.State.OPEN)
    of_garden = corners.filter(tenancy__plot__garden=OuterRef("pk")).order_by()
    return of_garden.values("tenancy__plot__garden").annotate(n=Count("pk")).values("n")


def glance_at(garden: Garden, *, at: datetime) -> Glance:
    """One garden at an instant."""
    return glances(at=at, garden_ids=[garden.pk])[0]


def page_of(garden: Garden) -> GardenPage | None:
    """The page that tells a garden in the reader's language, if it is published."""
    return (
        GardenPage.objects.live()
        .filter(garden=garden, locale__language_code=get_language() or "fr")
        .first()
    )
