"""Who has the key: each passing is written down."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from commons.people.models import Person
from gardens import letters
from gardens.models import Key, KeyHandover, Tenancy
from gardens.refusals import NotTheirsError


def pass_key(
    *,
    key_id: int,
    taker_id: int | None,
    by: Person | None = None,
    now: datetime | None = None,
) -> Key:
    """A household has the key now, or nobody (it is back with the committee); whoever had it is told.

    Leaves quietly when they have it already. Raises Key.DoesNotExist, NotTheirsError for a household that
    does not garden there.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        key = Key.objects.select_for_update(of=("self",)).select_related("garden").get(pk=key_id)
        if key.holder_id == taker_id:
            return key
        if taker_id is not None:
            here = Tenancy.objects.current(on=timezone.localdate(now))
            if not here.filter(pk=taker_id, plot__garden=key.garden_id).exists():
                raise NotTheirsError
        handover = KeyHandover.objects.create(
            key=key, giver_id=key.holder_id, taker_id=taker_id, by=by, at=now
        )
        key.holder_id = taker_id
        key.held_since = now if taker_id else None
        key.save(update_fields=["holder", "held_since"])
        letters.tell_key_taken(handover)
    return key
