"""What those who left held, and what was kept long enough."""

from datetime import datetime, timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from gardens.duties import let_go
from gardens.locks import lock_garden, lock_gardens
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
    Turn,
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


def forget_turns(*, now: datetime | None = None) -> int:
    """Delete who held which turn, a year after it; says how many rows.

    The turn keeps how many places were done and how long they took: the figures of a year count them.
    """
    long_ago = (now or timezone.now()) - KEEP_PASSINGS
    old = Duty.objects.filter(starts_at__lt=long_ago).order_by()
    done = (
        old.filter(turn=OuterRef("pk"), state=Duty.State.DONE)
        .values("turn")
        .annotate(places=Count("pk"), minutes=Sum("minutes"))
    )
    with transaction.atomic(durable=True):
        lock_gardens(old.values_list("turn__chore__garden", flat=True).distinct())
        Turn.objects.filter(pk__in=old.values("turn")).update(
            past_places=F("past_places") + Coalesce(Subquery(done.values("places")), 0),
            past_minutes=F("past_minutes") + Coalesce(Subquery(done.values("minutes")), 0),
        )
        deleted, _rows = old.delete()
    return deleted


def forget_care(*, now: datetime | None = None) -> int:
    """Delete what came down, came back or changed hands long ago, with its pictures; says how many rows."""
    now = now or timezone.now()
    today, long_ago = timezone.localdate(now), now - KEEP_PASSINGS
    down = Notice.objects.filter(
        Q(until__lt=today - KEEP_NOTICES) | Q(removed_at__lt=now - KEEP_NOTICES)
    )
    gone = Thing.objects.filter(withdrawn_at__lt=long_ago)
    never_came = Q(state=Loan.State.ASKED, asked_at__lt=long_ago)
    given = Q(thing__way=Thing.Way.GIVE, handed_at__lt=long_ago)
    passed: tuple[Any, ...] = (
        down,
        gone,
        Loan.objects.filter(Q(closed_at__lt=long_ago) | given | never_came),
        KeyHandover.objects.filter(at__lt=long_ago),
        Swap.objects.filter(asked_at__lt=long_ago),
    )
    with transaction.atomic(durable=True):
        pictures = [str(row.picture) for rows in (down, gone) for row in rows if row.picture]
        deleted = sum(rows.delete()[0] for rows in passed)
    for name in pictures:
        default_storage.delete(name)
    return deleted
