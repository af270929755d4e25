"""Holding a plot."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from commons.people.models import Household
from gardens.actions.requests import close
from gardens.locks import lock_garden
from gardens.models import Plot, PlotRequest, Tenancy
from gardens.refusals import NotWaitingError, PlotFullError
from gardens.rules.standing import free_part


def grant_plot(
    *, request_id: int, plot_id: int, starts_on: date, now: datetime | None = None
) -> Tenancy:
    """Give a waiting household the first free part of a plot, for a trial season.

    The committee decides who and where; this only keeps the promise from being made twice.
    Raises NotWaitingError, PlotFullError, PlotRequest.DoesNotExist, Plot.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden = lock_garden(PlotRequest.objects.get(pk=request_id).garden_id)
        asked = garden.requests.select_related("person__household").get(pk=request_id)
        if asked.state != PlotRequest.State.WAITING:
            raise NotWaitingError
        plot = Plot.objects.current().filter(garden=garden).get(pk=plot_id)
        tenancy = give(asked, plot, _free_part(plot, starts_on=starts_on), starts_on=starts_on)
        close(asked, PlotRequest.State.GRANTED, now=now or timezone.now())
    return tenancy


def give(asked: PlotRequest, plot: Plot, part: int, *, starts_on: date) -> Tenancy:
    """Settle a household in a part of a plot, for a trial season; under the garden's lock."""
    return Tenancy.objects.create(
        plot=plot,
        part=part,
        household=_household_of(asked),
        starts_on=starts_on,
        name=asked.name,
        email=asked.email,
        phone=asked.phone,
        language=asked.language,
    )


def _free_part(plot: Plot, *, starts_on: date) -> int:
    held = plot.tenancies.between(first=starts_on, last=date.max)
    part = free_part(parts=plot.parts, held=held.values_list("part", flat=True))
    if part is None:
        raise PlotFullError
    return part


def _household_of(asked: PlotRequest) -> Household:
    """The household of whoever asked with an account, else a new one under the name they gave."""
    if asked.person and asked.person.household:
        return asked.person.household
    return Household.objects.create(name=asked.name)
