"""A mail from volunteers to everybody in a session, each on their own, and kept in its log."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from commons.people.models import Person
from workshops import journal, letters, queries
from workshops.models import Circular, CircularCopy, LogLine, Session


def send_circular(
    *,
    session_id: int,
    subject: str,
    words: str,
    by: Person | None,
    now: datetime | None = None,
) -> Circular:
    """Write one message per booking with an address; a task sends them. Raises Session.DoesNotExist."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = Session.objects.get(pk=session_id)
        circular = Circular.objects.create(
            session=session, subject=subject, words=words, by=by, at=now
        )
        copies = CircularCopy.objects.bulk_create(
            CircularCopy(circular=circular, booking=booking)
            for booking in queries.reachable_bookings(session)
        )
        for copy in copies:
            letters.tell_copy(copy)
        journal.note(
            session,
            LogLine.Kind.CIRCULAR,
            words=ngettext(
                "« %(subject)s », à %(count)d foyer",
                "« %(subject)s », à %(count)d foyers",
                len(copies),
            )
            % {"subject": subject, "count": len(copies)},
            by=by,
            now=now,
        )
    return circular
