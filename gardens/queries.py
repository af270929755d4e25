"""Reads for screens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commons.plants.models import Plant
from gardens import rules
from gardens.models import Feature, Garden, GardenPage, Plot, PlotRequest


@dataclass(frozen=True, kw_only=True)
class Glance:
    """A garden on a day: its plots (read with their tenants), what stands among them, and its line."""

    garden: Garden
    plots: list[Plot]
    features: list[Feature]
    waiting: int

    @property
    def free(self) -> int:
        """Plots that nobody holds."""
        return sum(plot.standing == rules.Standing.FREE for plot in self.plots)

    @property
    def shared(self) -> int:
        """Plots that two households or more hold together."""
        return sum(plot.tenants > 1 for plot in self.plots)

    @property
    def free_corners(self) -> int:
        """Parts of shared plots that wait for one more household."""
        return sum(
            plot.parts - plot.tenants
            for plot in self.plots
            if plot.standing == rules.Standing.SHARED
        )


def glances(*, on: date, garden_ids: Iterable[int] | None = None) -> list[Glance]:
    """Every garden, or those of the given ids: three queries, however many plots."""
    gardens = Garden.objects.all()
    if garden_ids is not None:
        gardens = gardens.filter(pk__in=garden_ids)
    gardens = (
        gardens.select_related("place")
        .annotate(waiting=Count("requests", filter=Q(requests__state=PlotRequest.State.WAITING)))
        .prefetch_related(
            Prefetch("plots", Plot.objects.with_tenants(on=on).order_by("number")), "features"
        )
    )
    return [
        Glance(
            garden=garden,
            plots=list(garden.plots.all()),
            features=list(garden.features.all()),
            waiting=garden.waiting,
        )
        for garden in gardens
    ]


def glance_at(garden: Garden, *, on: date) -> Glance:
    """One garden on a day."""
    return glances(on=on, garden_ids=[garden.pk])[0]


def page_of(garden: Garden) -> GardenPage | None:
    """The page that tells a garden in the reader's language, if it is published."""
    return (
        GardenPage.objects.live()
        .filter(garden=garden, locale__language_code=get_language() or "fr")
        .first()
    )


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


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Plant sheets under one heading."""

    title: str
    plants: list[Plant]


def shelves(*, month: int) -> list[Shelf]:
    """The plants to sow, to plant and to harvest in a month (1-12), then all of them; one query."""
    plants = sorted(Plant.objects.all(), key=lambda plant: slugify(plant.name))
    this_month = (
        Shelf(
            title=_("À semer"),
            plants=[p for p in plants if month in p.sow_cover or month in p.sow_open],
        ),
        Shelf(title=_("À planter"), plants=[p for p in plants if month in p.plant]),
        Shelf(title=_("À récolter"), plants=[p for p in plants if month in p.harvest]),
    )
    return [shelf for shelf in this_month if shelf.plants] + [
        Shelf(title=_("Toutes les fiches"), plants=plants)
    ]


def year_of(plant: Plant) -> list[tuple[str, list[int]]]:
    """The twelve-month strips of a sheet, in the order of the work; those not known are left out."""
    strips = [
        (_("Semer sous abri"), plant.sow_cover),
        (_("Semer en pleine terre"), plant.sow_open),
        (_("Planter"), plant.plant),
        (_("Récolter"), plant.harvest),
        (_("De saison au marché"), plant.season),
    ]
    return [(label, months) for label, months in strips if months]


def doing_in(plant: Plant, *, month: int) -> list[str]:
    """What a sheet says of a month (1-12): the labels of the strips that hold it."""
    return [label for label, months in year_of(plant) if month in months]
