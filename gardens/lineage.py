"""What follows when a plot becomes another: it retires, and its households go on. In the caller's transaction."""

from collections.abc import Iterable
from copy import copy
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from gardens.models import Garden, Plot, Tenancy
from gardens.refusals import NoPartLeftError, NumberTakenError
from gardens.rules.shapes import surface_of
from gardens.rules.standing import free_part


def going_on(plots: Iterable[Plot], *, on: date) -> QuerySet[Tenancy]:
    """The tenancies that run that day or begin later, the longest-standing first."""
    return (
        Tenancy.objects.filter(plot__in=plots)
        .exclude(state=Tenancy.State.CANCELLED)
        .filter(Q(ends_on=None) | Q(ends_on__gte=on))
        .select_related("household", "plot")
        .order_by("starts_on", "pk")
    )


def lay_out(
    garden: Garden, *, like: Plot, number: int, parts: int, outline: Any, raised_bed: bool
) -> Plot:
    """A new plot on the ground of another: same sun, same soil. Raises NumberTakenError."""
    if Plot.objects.current().filter(garden=garden).filter(number=number).exists():
        raise NumberTakenError(number=number)
    kinds = {0: Plot.Kind.COLLECTIVE, 1: Plot.Kind.INDIVIDUAL}
    return Plot.objects.create(
        garden=garden,
        number=number,
        kind=kinds.get(parts, Plot.Kind.SHARED),
        parts=parts,
        outline=outline,
        surface_m2=surface_of(outline),
        raised_bed=raised_bed,
        sun=like.sun,
        soil=like.soil,
        soil_note=like.soil_note,
        soil_note_en=like.soil_note_en,
    )


def retire(plots: Iterable[Plot], *, on: date) -> None:
    """Their numbers are free again; what was grown there stays theirs."""
    for plot in plots:
        plot.retired_on = on
        plot.save(update_fields=["retired_on"])


def hand_on(tenancy: Tenancy, *, to: Plot, on: date) -> None:
    """The household goes on, on the new plot; the days before stay written on the old one.

    The same row goes on, so that its link, and all that hangs on it, still speaks of what they hold.
    Raises NoPartLeftError.
    """
    past = copy(tenancy)
    held = to.tenancies.between(
        first=max(on, tenancy.starts_on), last=tenancy.ends_on or date.max
    ).values_list("part", flat=True)
    part = free_part(parts=to.parts, held=held)
    if part is None:
        raise NoPartLeftError(number=to.number)
    tenancy.plot, tenancy.part = to, part
    tenancy.starts_on = max(on, tenancy.starts_on)
    tenancy.save(update_fields=["plot", "part", "starts_on"])
    if past.starts_on < on:
        _write_past(past, until=on - timedelta(days=1))


def end(tenancy: Tenancy, *, on: date) -> None:
    """The household holds another part of the same ground from that day: this row ends the day before."""
    if tenancy.starts_on < on:
        tenancy.ends_on = on - timedelta(days=1)
    else:
        tenancy.state = Tenancy.State.CANCELLED
    tenancy.save(update_fields=["ends_on", "state"])


def _write_past(past: Tenancy, *, until: date) -> None:
    past.pk = None
    past.token = Tenancy._meta.get_field("token").get_default()
    past.ends_on = until
    past.save(force_insert=True)
