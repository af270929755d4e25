"""What may be lent, and when it is asked back."""

from datetime import datetime, timedelta

from django.utils import timezone

from gardens.rules.rota import EVENING_HOUR, moment

LONGEST_LOAN = timedelta(days=14)
BOOKED_AHEAD = timedelta(days=120)
NOTICE_HANGS = timedelta(days=14)
NOTICE_HANGS_AT_MOST = timedelta(days=60)

BACK_SOON, BACK_LATE = "soon", "late"


def back_due_at(*, kind: str, ends_at: datetime, now: datetime) -> datetime | None:
    """When to ask for a thing back: two hours before its end, then the evening of the day after; None if past."""
    if kind == BACK_SOON:
        due_at = ends_at - timedelta(hours=2)
    else:
        due_at = moment(timezone.localdate(ends_at) + timedelta(days=1), EVENING_HOUR)
    return due_at if due_at > now else None
