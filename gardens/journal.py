"""The log of a garden: what was decided, by whom and why. In the caller's transaction."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation

from commons.people.models import Person
from gardens.models import Garden, LogLine

LONGEST = 1000


def note(
    garden: Garden,
    kind: LogLine.Kind,
    *sentences: Any,
    by: Person | None,
    now: datetime,
    **facts: Any,
) -> None:
    """Add a line. The sentences are translated into the house's language, whoever acts, and name ``facts``."""
    with translation.override(settings.LANGUAGE_CODE):
        words = " ".join(
            str(sentence) % facts if facts else str(sentence) for sentence in sentences
        )
    LogLine.objects.create(garden=garden, kind=kind, words=words[:LONGEST], by=by, at=now)
