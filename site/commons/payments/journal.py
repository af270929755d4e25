"""The journal of money that moved: written at the end of a transaction, read and verified, never changed."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import connection
from django.utils import timezone

from commons.payments.models import JournalEntry

GENESIS = "0" * 64
_CHAIN_LOCK = 7_316_001  # any number, always the same: it names the journal's lock in the database


def record(*, kind: JournalEntry.Kind, amount_cents: int, subject: str) -> JournalEntry:
    """Append a line, in the caller's transaction. Writers queue here until the caller commits, so call it last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])
    last = JournalEntry.objects.order_by("-number").first()
    entry = JournalEntry(
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        kind=kind,
        amount_cents=amount_cents,
        subject=subject,
        previous_hash=last.hash if last else GENESIS,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    return entry


def digest(entry: JournalEntry) -> str:
    """SHA-256 over the line's fields and the hash of the line before it."""
    parts = (
        entry.previous_hash,
        entry.number,
        _stamp(entry.at),
        entry.kind,
        entry.amount_cents,
        entry.subject,
    )
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


def verify() -> Iterator[str]:
    """Yield a sentence for each line that breaks the chain; nothing when the journal is whole."""
    previous_hash, expected = GENESIS, 1
    for entry in JournalEntry.objects.order_by("number").iterator():
        if entry.number != expected:
            yield f"line {expected} is missing"
        if entry.previous_hash != previous_hash:
            yield f"line {entry.number} does not follow the line before it"
        if entry.hash != digest(entry):
            yield f"line {entry.number} was changed"
        previous_hash, expected = entry.hash, entry.number + 1


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
