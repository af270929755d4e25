"""A mail from volunteers to those who ordered for a day, each on their own, and kept in its log."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import ngettext

from commons.people.models import Person
from market import circulars, journal, people
from market.models import DayLogLine, DayMessage, DayMessageCopy, MarketDay
from market.refusals import NobodyToTellError


def write_to_shoppers(
    *,
    market_day_id: int,
    to: people.Circle,
    subject: str,
    words: str,
    form_key: UUID,
    by: Person | None,
    now: datetime,
) -> DayMessage:
    """Write one message per person of a circle; a task sends them. The same form sent twice is one message.

    Raises NobodyToTellError when none of them has an address.
    """
    with transaction.atomic(durable=True):
        # Locked: of two clicks the second waits, then finds what the first wrote.
        day = MarketDay.objects.select_for_update().get(pk=market_day_id)
        written = DayMessage.objects.filter(form_key=form_key).first()
        if written:
            return written
        orders = people.one_order_each(day, to)
        if not orders:
            raise NobodyToTellError
        message = DayMessage.objects.create(
            market_day=day,
            producer_id=to.producer_id,
            slot_id=to.slot_id,
            subject=subject,
            words=words,
            by=by,
            at=now,
            form_key=form_key,
        )
        copies = DayMessageCopy.objects.bulk_create(
            DayMessageCopy(message=message, order=order) for order in orders
        )
        circulars.tell_copies(copies, now=now)
        said = ngettext(
            "« %(subject)s », à %(count)d personne",
            "« %(subject)s », à %(count)d personnes",
            len(copies),
        ) % {"subject": subject, "count": len(copies)}
        journal.note(day, DayLogLine.Kind.MESSAGE, by=by, now=now, words=said)
    return message
