"""The verbs of gardens. Each owns its transaction; views, desk and demo all call the same."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from commons.people.models import Household, Person
from gardens import letters, rules
from gardens.models import Garden, Plot, PlotRequest, Tenancy


class NotWaitingError(Exception):
    """The request was withdrawn or satisfied meanwhile."""


class PlotFullError(Exception):
    """No part of the plot is free from that day on."""


def request_plot(
    *,
    garden_id: int,
    form_key: UUID,
    name: str,
    email: str,
    language: str,
    person: Person | None = None,
    now: datetime | None = None,
    **wishes: Any,
) -> PlotRequest:
    """Enter a garden's waiting list and write the acknowledgement down.

    ``wishes`` are the other fields of PlotRequest: phone, household_size, wish, raised_bed, note.
    Whoever waits already keeps their request and their date, whatever the form says this time: the request
    given back then has another ``form_key``, and its rank is mailed again, once a day at most.
    Raises Garden.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden = lock_line(garden_id)
        # Read under the lock: whoever enters after us has a later date, hence a later rank.
        now = now or timezone.now()
        if already := garden.requests.filter(form_key=form_key).first():
            return already
        asked = garden.requests.waiting().filter(email__iexact=email).first()
        if asked is None:
            asked = PlotRequest.objects.create(
                garden=garden,
                form_key=form_key,
                person=person,
                name=name,
                email=email,
                language=language,
                asked_at=now,
                **wishes,
            )
        letters.write_received(asked, on=timezone.localdate(now))
    return asked


def withdraw_request(*, token: str, now: datetime | None = None) -> PlotRequest:
    """Leave the waiting list; leave quietly if that is done. Raises PlotRequest.DoesNotExist."""
    with transaction.atomic(durable=True):
        garden = lock_line(PlotRequest.objects.get(token=token).garden_id)
        asked = garden.requests.get(token=token)
        if asked.state == PlotRequest.State.WAITING:
            close(asked, PlotRequest.State.WITHDRAWN, now=now or timezone.now())
    return asked


def grant_plot(
    *, request_id: int, plot_id: int, starts_on: date, now: datetime | None = None
) -> Tenancy:
    """Give a waiting household the first free part of a plot, for a trial season.

    The committee decides who and where; this only keeps the promise from being made twice.
    Raises NotWaitingError, PlotFullError, PlotRequest.DoesNotExist, Plot.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden = lock_line(PlotRequest.objects.get(pk=request_id).garden_id)
        asked = garden.requests.select_related("person__household").get(pk=request_id)
        if asked.state != PlotRequest.State.WAITING:
            raise NotWaitingError
        plot = garden.plots.get(pk=plot_id)
        tenancy = Tenancy.objects.create(
            plot=plot,
            part=_free_part(plot, starts_on=starts_on),
            household=_household_of(asked),
            starts_on=starts_on,
        )
        close(asked, PlotRequest.State.GRANTED, now=now or timezone.now())
    return tenancy


def forget_closed_requests(*, now: datetime | None = None) -> int:
    """Delete the requests closed longer ago than people were told; says how many."""
    closed_before = (now or timezone.now()) - rules.KEEP_CLOSED_REQUESTS
    with transaction.atomic(durable=True):
        deleted, _rows = PlotRequest.objects.filter(closed_at__lt=closed_before).delete()
    return deleted


def lock_line(garden_id: int) -> Garden:
    """The garden, locked until commit: whoever enters or leaves its list takes turns here."""
    return Garden.objects.select_for_update().get(pk=garden_id)


def close(asked: PlotRequest, state: PlotRequest.State, *, now: datetime) -> None:
    """End a waiting request, inside the caller's transaction and under its garden's lock."""
    asked.state = state
    asked.closed_at = now
    asked.save(update_fields=["state", "closed_at"])


def _free_part(plot: Plot, *, starts_on: date) -> int:
    held = plot.tenancies.between(first=starts_on, last=date.max)
    part = rules.free_part(parts=plot.parts, held=held.values_list("part", flat=True))
    if part is None:
        raise PlotFullError
    return part


def _household_of(asked: PlotRequest) -> Household:
    """The household of whoever asked with an account, else a new one under the name they gave."""
    if asked.person and asked.person.household:
        return asked.person.household
    return Household.objects.create(name=asked.name)
