"""Dividing a plot, joining plots, giving one up. What they were stays, retired; households go on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from commons.drawing import Outline
from commons.people.models import Person
from gardens import letters
from gardens.lineage import end, going_on, hand_on, lay_out, retire
from gardens.locks import lock_garden
from gardens.models import Garden, Plot, PlotChange, Tenancy
from gardens.plot_history import note
from gardens.refusals import (
    ChangeDateError,
    ChoiceMissingError,
    NotCuttableError,
    NotJoinableError,
    PlotHeldError,
    PlotRetiredError,
)
from gardens.rules.cutting import Way, cut, joined
from gardens.rules.shapes import overlap


@dataclass(frozen=True, kw_only=True)
class Half:
    """One of the plots that a division makes; ``parts`` as in Plot: 0 collective, 1 individual, else shared."""

    number: int
    parts: int = 1


def split_plot(
    *,
    plot_id: int,
    way: Way,
    at: float,
    halves: tuple[Half, Half],
    keeps: Mapping[int, int],
    on: date,
    by: Person | None = None,
    words: str = "",
    now: datetime | None = None,
) -> tuple[Plot, Plot]:
    """Divide a plot along a line, the left or the upper half first, from a day on.

    ``keeps`` says which half (0 or 1) each household keeps, by the id of its tenancy; of the plot, not later.
    Raises PlotRetiredError, NotCuttableError, ChoiceMissingError, NoPartLeftError, NumberTakenError,
    ChangeDateError, Plot.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        garden = lock_garden(Plot.objects.get(pk=plot_id).garden_id)
        (plot,) = _standing(garden, [plot_id], on=on, now=now)
        shapes = cut(plot.outline, way=way, at=at)
        if shapes is None:
            raise NotCuttableError
        tenancies = list(going_on([plot], on=on))
        if any(keeps.get(tenancy.pk) not in (0, 1) for tenancy in tenancies):
            raise ChoiceMissingError
        retire([plot], on=on)
        first, second = (
            lay_out(
                garden,
                like=plot,
                number=half.number,
                parts=half.parts,
                outline=shape,
                raised_bed=plot.raised_bed,
            )
            for half, shape in zip(halves, shapes, strict=True)
        )
        for tenancy in tenancies:
            hand_on(tenancy, to=(first, second)[keeps[tenancy.pk]], on=on)
        change = note(
            garden,
            PlotChange.Kind.SPLIT,
            by=by,
            now=now,
            on=on,
            words=words,
            sources=[plot],
            results=[first, second],
        )
        for tenancy in tenancies:
            letters.write_plot_changed(tenancy, change)
    return first, second


def merge_plots(
    *,
    plot_ids: Collection[int],
    number: int,
    on: date,
    parts: int | None = None,
    by: Person | None = None,
    words: str = "",
    now: datetime | None = None,
) -> Plot:
    """Join plots of a garden into one, from a day on; their households share it, a lone one holds it whole.

    Without ``parts``, as many as they had, or as there are households. What lies between plots that do not
    touch is taken in. Raises PlotRetiredError, NotJoinableError, NoPartLeftError, NumberTakenError,
    ChangeDateError, Plot.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        garden = lock_garden(Plot.objects.get(pk=min(plot_ids)).garden_id)
        plots = _standing(garden, plot_ids, on=on, now=now)
        outline = _outline_of(garden, plots)
        tenancies = list(going_on(plots, on=on))
        staying, ending = _one_each(tenancies)
        retire(plots, on=on)
        whole = lay_out(
            garden,
            like=plots[0],
            outline=outline,
            number=number,
            parts=parts_joined(plots, households=len(staying)) if parts is None else parts,
            raised_bed=all(plot.raised_bed for plot in plots),
        )
        for tenancy in ending:
            end(tenancy, on=on)
        for tenancy in staying:
            hand_on(tenancy, to=whole, on=on)
        change = note(
            garden,
            PlotChange.Kind.MERGED,
            by=by,
            now=now,
            on=on,
            words=words,
            sources=plots,
            results=[whole],
        )
        for tenancy in staying:
            letters.write_plot_changed(tenancy, change)
    return whole


def retire_plot(
    *,
    plot_id: int,
    on: date,
    by: Person | None = None,
    words: str = "",
    now: datetime | None = None,
) -> Plot:
    """Give a plot up: the plan and the lists forget it, its past stays. Leaves quietly if that is done.

    Raises PlotHeldError, ChangeDateError, Plot.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        garden = lock_garden(Plot.objects.get(pk=plot_id).garden_id)
        plot = garden.plots.get(pk=plot_id)
        if plot.retired_on is None:
            _refuse_a_wrong_day(garden, [plot], on=on, now=now)
            if going_on([plot], on=on).exists():
                raise PlotHeldError
            retire([plot], on=on)
            note(
                garden,
                PlotChange.Kind.RETIRED,
                by=by,
                now=now,
                on=on,
                words=words,
                sources=[plot],
            )
    return plot


def parts_joined(plots: Sequence[Plot], *, households: int) -> int:
    """As many parts as plots that were shared had, or as there are households; one, for a lone household."""
    if all(plot.kind == Plot.Kind.COLLECTIVE for plot in plots):
        return 0
    if any(plot.kind == Plot.Kind.SHARED for plot in plots):
        return max(households, sum(plot.parts for plot in plots))
    return max(households, 1)


def _standing(garden: Garden, ids: Collection[int], *, on: date, now: datetime) -> list[Plot]:
    """The plots, re-read under the lock. Raises PlotRetiredError, ChangeDateError."""
    plots = list(Plot.objects.current().filter(garden=garden).filter(pk__in=ids).order_by("pk"))
    if len(plots) != len(set(ids)):
        raise PlotRetiredError
    _refuse_a_wrong_day(garden, plots, on=on, now=now)
    return plots


def _refuse_a_wrong_day(garden: Garden, plots: list[Plot], *, on: date, now: datetime) -> None:
    """Not ahead, and not before the plots were made."""
    made_later = garden.changes.filter(results__in=plots, kind__in=PlotChange.LINEAGE, on__gt=on)
    if on > timezone.localdate(now) or made_later.exists():
        raise ChangeDateError


def _outline_of(garden: Garden, plots: list[Plot]) -> Outline:
    """The shape of them all. Raises NotJoinableError when another plot stands in it."""
    if len(plots) < 2:
        raise NotJoinableError
    outline: Outline = plots[0].outline
    for plot in plots[1:]:
        outline = joined(outline, plot.outline)
    others = (
        Plot.objects.current().filter(garden=garden).exclude(pk__in=[plot.pk for plot in plots])
    )
    if any(overlap(outline, other.outline) for other in others):
        raise NotJoinableError
    return outline


def _one_each(tenancies: list[Tenancy]) -> tuple[list[Tenancy], list[Tenancy]]:
    """The longest-standing tenancy of each household, and those that it makes one with."""
    staying: dict[int, Tenancy] = {}
    for tenancy in tenancies:
        staying.setdefault(tenancy.household_id, tenancy)
    return list(staying.values()), [t for t in tenancies if t not in staying.values()]
