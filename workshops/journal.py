"""The log of a session: who changed what was promised, and why. In the caller's transaction."""

from datetime import datetime

from commons.people.models import Person
from workshops.models import LogLine, Session

LONGEST = 400


def note(
    session: Session, kind: LogLine.Kind, *, words: str, by: Person | None, now: datetime
) -> None:
    """Add a line, in the words that the session's page will show."""
    LogLine.objects.create(session=session, kind=kind, words=words[:LONGEST], by=by, at=now)
