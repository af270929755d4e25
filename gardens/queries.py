"""Reads for screens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from gardens import rules
from gardens.models import Garden, Plot, PlotRequest


@dataclass(frozen=True, kw_only=True)
class Glance:
    """A garden in four figures, on a day."""

    garden: Garden
    plots: int
    free: int
    free_corners: int  # parts of shared plots that wait for a household
    waiting: int


def line_of(garden_id: int) -> list[rules.Turn]:
    """All turns of a garden's waiting list, the longest-waiting first."""
    waiting = PlotRequest.objects.waiting().filter(garden_id=garden_id)
    return [rules.Turn(asked_at, pk) for asked_at, pk in waiting.values_list("asked_at", "pk")]


def place_of(asked: PlotRequest) -> rules.PlaceInLine | None:
    """Where a request stands now, or None when it does not wait any more."""
    return rules.place_in_line(line_of(asked.garden_id), request_id=asked.pk)


def request_by_token(token: str) -> PlotRequest | None:
    """The request a mail's link speaks of, with all its page shows."""
    return PlotRequest.objects.select_related("garden__place").filter(token=token).first()


def plots_of(garden: Garden, *, on: date) -> list[Plot]:
    """A garden's plots with how many households hold each on a day, in the order of their numbers."""
    return list(garden.plots.with_tenants(on=on).order_by("number"))


def glances(*, on: date, gardens: Iterable[int] | None = None) -> list[Glance]:
    """Every garden (or those of the given ids) at a glance, in two queries however many plots."""
    chosen = Garden.objects.all() if gardens is None else Garden.objects.filter(pk__in=gardens)
    with_lists = chosen.select_related("place").annotate(
        waiting=Count("requests", filter=Q(requests__state=PlotRequest.State.WAITING))
    )
    plots: dict[int, list[Plot]] = {garden.pk: [] for garden in with_lists}
    for plot in Plot.objects.filter(garden__in=plots).with_tenants(on=on):
        plots[plot.garden_id].append(plot)
    return [_glance(garden, plots[garden.pk], waiting=garden.waiting) for garden in with_lists]


def _glance(garden: Garden, plots: list[Plot], *, waiting: int) -> Glance:
    standings = [plot.standing for plot in plots]
    return Glance(
        garden=garden,
        plots=len(plots),
        free=standings.count(rules.Standing.FREE),
        free_corners=sum(
            plot.parts - plot.tenants for plot in plots if plot.standing == rules.Standing.SHARED
        ),
        waiting=waiting,
    )
