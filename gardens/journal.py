"""The log of a garden: what was decided, by whom and why. In the caller's transaction."""

from datetime import datetime

from commons.people.models import Person
from gardens.models import Garden, LogLine

LONGEST = 1000


def note(
    garden: Garden, kind: LogLine.Kind, *, words: str, by: Person | None, now: datetime
) -> None:
    """Add a line, in the words that the committee will read."""
    LogLine.objects.create(garden=garden, kind=kind, words=words[:LONGEST], by=by, at=now)
