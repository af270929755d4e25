"""Asking for a plot, and leaving the list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from commons.people.models import Person
from gardens import counting, letters, matchmaking
from gardens.locks import lock_garden
from gardens.models import PlotRequest
from gardens.rules.line import KEEP_CLOSED_REQUESTS


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

    ``wishes`` are the other fields of PlotRequest, from ``phone`` to ``note``.
    Whoever waits already keeps their request and their date, whatever the form says this time: the request
    given back then has another ``form_key``, and its rank is mailed again, once a day at most.
    Raises Garden.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden = lock_garden(garden_id)
        # Read under the lock: whoever enters after us has a later date, hence a later rank.
        now = now or timezone.now()
        if already := garden.requests.filter(form_key=form_key).first():
            return already
        asked = garden.requests.waiting().filter(email__iexact=email).first()
        if asked is None:
            asked = PlotRequest(
                garden=garden,
                form_key=form_key,
                person=person,
                name=name,
                email=email,
                language=language,
                asked_at=now,
                **wishes,
            )
            asked.counted_from = counting.counted_from(asked, counting.criteria_of(garden))
            asked.save()
        letters.write_received(asked, on=timezone.localdate(now))
    return asked


def withdraw_request(*, token: str, now: datetime | None = None) -> PlotRequest:
    """Leave the waiting list; leave quietly if that is done. Raises PlotRequest.DoesNotExist."""
    with transaction.atomic(durable=True):
        garden = lock_garden(PlotRequest.objects.get(token=token).garden_id)
        asked = garden.requests.get(token=token)
        if asked.state == PlotRequest.State.WAITING:
            close(asked, PlotRequest.State.WITHDRAWN, now=now or timezone.now())
    return asked


def forget_closed_requests(*, now: datetime | None = None) -> int:
    """Delete the requests closed longer ago than people were told; says how many."""
    closed_before = (now or timezone.now()) - KEEP_CLOSED_REQUESTS
    with transaction.atomic(durable=True):
        deleted, _rows = PlotRequest.objects.filter(closed_at__lt=closed_before).delete()
    return deleted


def close(asked: PlotRequest, state: PlotRequest.State, *, now: datetime) -> None:
    """End a waiting request, inside the caller's transaction and under its garden's lock."""
    asked.state = state
    asked.closed_at = now
    asked.save(update_fields=["state", "closed_at"])
    matchmaking.drop_matches_of(asked, now=now)
