"""Who holds what."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from gardens.models import Tenancy
from gardens.queries.news import with_news

OPEN_AFTER_THE_END = timedelta(days=60)  # a household reads its page that long after its last day


def tenancy_by_token(token: str, *, on: date) -> Tenancy | None:
    """The tenancy a household's link speaks of, with its garden; None once it ended long ago."""
    return _readable(Tenancy.objects.all(), token, on=on)


def tenancy_with_news(token: str, *, now: datetime) -> Tenancy | None:
    """The same, with what its page has to tell: one query."""
    return _readable(with_news(Tenancy.objects.all(), now=now), token, on=timezone.localdate(now))


def _readable(tenancies: Any, token: str, *, on: date) -> Tenancy | None:
    known = tenancies.select_related("plot__garden__place", "household").filter(token=token)
    found: Tenancy | None = known.exclude(state=Tenancy.State.CANCELLED).first()
    if found and found.ends_on and found.ends_on + OPEN_AFTER_THE_END < on:
        return None
    return found
