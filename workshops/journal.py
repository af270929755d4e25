"""The log of a session: who changed what was promised, and why. In the caller's transaction."""

from datetime import datetime
from typing import Any

from commons.people.models import Person
from workshops.models import LogLine, Session

LONGEST = 400


def note(
    session: Session,
    kind: LogLine.Kind,
    *,
    words: str,
    by: Person | None,
    now: datetime,
    before: Session | None = None,
) -> None:
    """Add a line, in the words that the session's page will show; ``before`` is what a move replaced."""
    was = _was(before) if before else {}
    LogLine.objects.create(session=session, kind=kind, words=words[:LONGEST], by=by, at=now, **was)


def _was(before: Session) -> dict[str, Any]:
    return {
        "was_starts_at": before.starts_at,
        "was_ends_at": before.ends_at,
        "was_where": before.place.name if before.place else "",
    }
