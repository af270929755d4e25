"""What the coordination notes of a stall."""

from datetime import datetime

from django.db import transaction

from commons.people.models import Person
from market import journal, stalls
from market.models import DayLogLine, Stall


def note_answer(*, stall_id: int, by: Person | None, now: datetime) -> Stall:
    """The producer answered otherwise, by phone or by word: their offers of the day stand as they are."""
    with transaction.atomic(durable=True):
        stall = Stall.objects.select_related("market_day", "producer").get(pk=stall_id)
        if stalls.answered(
            market_day_id=stall.market_day_id, producer_id=stall.producer_id, now=now
        ):
            journal.note(
                stall.market_day,
                DayLogLine.Kind.ANSWERED,
                by=by,
                now=now,
                words=stall.producer.name,
            )
    return stall
