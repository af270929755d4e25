"""Making sessions: singly or from a pattern, as real rows that can each be changed afterwards."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from commons.places.models import Place
from workshops.models import Cycle, Session, Workshop
from workshops.refusals import DateRefusedError, TooManyPlacesError
from workshops.rules import groups


def plan_sessions(
    *,
    workshop: Workshop,
    spans: Sequence[tuple[datetime, datetime]],
    place: Place | None,
    capacity: int,
    online_url: str = "",
    zone: str = "Europe/Paris",
    cycle: Cycle | None = None,
) -> list[Session]:
    """Make one session for each (start, end); all or none of them.

    Raises DateRefusedError when one is there already or ends before it starts, TooManyPlacesError.
    """
    limit = groups.largest_capacity(
        any_size=workshop.any_size, place_limit=place.seats_limit if place else None
    )
    if limit and capacity > limit:
        raise TooManyPlacesError(limit=limit)
    try:
        with transaction.atomic(durable=True):
            return Session.objects.bulk_create(
                Session(
                    workshop=workshop,
                    cycle=cycle,
                    place=place,
                    online_url=online_url,
                    zone=zone,
                    starts_at=starts_at,
                    ends_at=ends_at,
                    capacity=capacity,
                    any_size=workshop.any_size,
                )
                for starts_at, ends_at in spans
            )
    except IntegrityError as refused:
        raise DateRefusedError from refused
