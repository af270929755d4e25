"""Messages from volunteers to the people of a day, as letters: one copy each, written down then composed."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from commons.notices.actions import write_messages
from commons.notices.letters import Letter
from commons.notices.models import Message
from market import queries
from market.models import DayMessageCopy, Order

DAY_MESSAGE = "market.day-message"


def day_message(message: Message) -> Letter | None:
    """What volunteers wrote; nobody else's address is in it. None once the order no longer stands."""
    copy = DayMessageCopy.objects.select_related("message").get(pk=message.subject_id)
    order = queries.with_lines(Order.objects.all()).get(pk=copy.order_id)
    if order.state != Order.State.PLACED:
        return None
    return Letter(
        subject=copy.message.subject,
        template="market/emails/day_message",
        context={
            "subject": copy.message.subject,
            "words": copy.message.words,
            "order": order,
            "market_day": order.market_day,
            "link": settings.SITE_URL + order.get_absolute_url(),
        },
    )


def tell_copies(copies: Iterable[DayMessageCopy], *, now: datetime) -> None:
    """Write each copy down, in the caller's transaction."""
    write_messages(
        Message(
            key=f"day-message:{copy.pk}",
            kind=DAY_MESSAGE,
            subject_id=copy.pk,
            to=copy.order.email,
            language=copy.order.language,
            due_at=now,
        )
        for copy in copies
    )
