"""What hangs on the board of a garden, and whom its mails reach."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from gardens.models import Notice, Tenancy
from gardens.queries.rota import gardeners

A_WEEK = timedelta(days=7)


def notices_up(garden_id: int, *, on: date) -> QuerySet[Notice]:
    """The notices of a garden on a day, the newest first."""
    hung = Notice.objects.up(on=on).filter(garden=garden_id)
    return hung.select_related("tenancy__household")


def notices_of_the_week(*, now: datetime) -> QuerySet[Notice]:
    """What was posted within a week, in every garden, and still hangs."""
    up = Notice.objects.up(on=timezone.localdate(now))
    return up.filter(posted_at__gt=now - A_WEEK).select_related("tenancy__household")


def reachable(garden_id: int, *, on: date) -> QuerySet[Tenancy]:
    """The households of a garden that have an address, each once."""
    return gardeners(garden_id, on=on).exclude(email="")
