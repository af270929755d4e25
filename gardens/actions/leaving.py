"""What those who left held, and what was kept long enough."""

from datetime import datetime, timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from gardens.duties import let_go
from gardens.locks import lock_garden
from gardens.models import (
    Corner,
    Duty,
    KeyHandover,
    Loan,
    Notice,
    SharingAgreement,
    Swap,
    Tenancy,
    Thing,
)
from gardens.partners import part_ways

KEEP_NOTICES = timedelta(days=60)  # after they came down
KEEP_PASSINGS = timedelta(days=365)  # of things, keys and turns from hand to hand


def free_turns_of_those_who_left(*, now: datetime | None = None) -> int:
    """A plot given back frees the turns that its household held after its last day; says how many."""
    now = now or timezone.now()
    there = Tenancy.objects.exclude(state=Tenancy.State.CANCELLED).filter(
        Q(ends_on=None) | Q(ends_on__gte=OuterRef("turn__day")), pk=OuterRef("tenancy")
    )
    left = Duty.objects.filter(~Exists(there), state=Duty.State.HELD, starts_at__gt=now)
    freed = 0
    for garden_id in left.values_list("turn__chore__garden", flat=True).distinct().order_by():
        with transaction.atomic(durable=True):
            lock_garden(garden_id)
            for duty in left.filter(turn__chore__garden=garden_id).order_by("pk"):
                let_go(duty, now=now)
                freed += 1
    return freed


def part_those_who_left(*, now: datetime | None = None) -> int:
    """The day after a household's last one, its partner goes on alone and its open corner is withdrawn.

    Whoever said the end, and however: the committee, the household, the path of care. Says how many left.
    """
    now = now or timezone.now()
    shares = Q(corners__state=Corner.State.OPEN) | Exists(
        SharingAgreement.objects.living().filter(Q(host=OuterRef("pk")) | Q(guest=OuterRef("pk")))
    )
    left = Tenancy.objects.filter(shares, ends_on__lt=timezone.localdate(now)).distinct()
    parted = 0
    for tenancy_id, garden_id in left.order_by("pk").values_list("pk", "plot__garden"):
        with transaction.atomic(durable=True):
            lock_garden(garden_id)
            tenancy = Tenancy.objects.select_related("plot__garden").get(pk=tenancy_id)
            if tenancy.ends_on is None:
                continue  # came back meanwhile
            part_ways(tenancy, last_day=tenancy.ends_on, now=now)
            parted += 1
    return parted


def forget_care(*, now: datetime | None = None) -> int:
    """Delete what came down, came back or changed hands long ago, with its pictures; says how many rows.

    Turns that were done stay: the figures of a year count them.
    """
    now = now or timezone.now()
    today, long_ago = timezone.localdate(now), now - KEEP_PASSINGS
    down = Notice.objects.filter(
        Q(until__lt=today - KEEP_NOTICES) | Q(removed_at__lt=now - KEEP_NOTICES)
    )
    gone = Thing.objects.filter(withdrawn_at__lt=long_ago)
    let_go_of = [Duty.State.RELEASED, Duty.State.DECLINED]
    given = Q(thing__way=Thing.Way.GIVE, handed_at__lt=long_ago)
    passed: tuple[Any, ...] = (
        down,
        gone,
        Loan.objects.filter(Q(closed_at__lt=long_ago) | given),
        KeyHandover.objects.filter(at__lt=long_ago),
        Swap.objects.filter(asked_at__lt=long_ago),
        Duty.objects.filter(state__in=let_go_of, closed_at__lt=long_ago),
    )
    with transaction.atomic(durable=True):
        pictures = [str(row.picture) for rows in (down, gone) for row in rows if row.picture]
        deleted = sum(rows.delete()[0] for rows in passed)
    for name in pictures:
        default_storage.delete(name)
    return deleted
