"""What the market writes to people. Composed when it leaves, it tells how things stand then."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.actions import write_messages
from commons.notices.letters import Letter
from commons.notices.models import Message
from market import queries
from market.models import Collective, DayMessageCopy, Order

DAY_MESSAGE = "market.day-message"


def receipt(message: Message) -> Letter | None:
    """The confirmation, which is also the receipt of what was paid by card."""
    order = _order(message)
    if order.state != Order.State.PLACED:
        return None
    return _letter(order, _("Commande %(number)s : à bientôt à la halle"), "receipt")


def expired(message: Message) -> Letter | None:
    order = _order(message)
    if order.state != Order.State.EXPIRED:
        return None
    return _letter(order, _("Commande %(number)s non payée, rien n’est débité"), "expired")


def paid_too_late(message: Message) -> Letter | None:
    return _letter(
        _order(message), _("Commande %(number)s : nous vous remboursons"), "paid_too_late"
    )


def cancelled(message: Message) -> Letter | None:
    return _letter(_order(message), _("Commande %(number)s annulée"), "cancelled")


def day_message(message: Message) -> Letter | None:
    """What volunteers wrote to those of a day; nobody else's address is in it."""
    copies = DayMessageCopy.objects.select_related("message")
    copy = copies.get(pk=message.subject_id)
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


def name_of(kind: str) -> str:
    """What volunteers call a letter of the market."""
    names = {
        "market.receipt": _("confirmation"),
        "market.expired": _("non payée"),
        "market.paid-too-late": _("payée trop tard"),
        "market.cancelled": _("annulation"),
        DAY_MESSAGE: _("message de la halle"),
    }
    return names.get(kind, kind.rpartition(".")[2])


def tell_copies(copies: Sequence[DayMessageCopy], *, now: datetime) -> None:
    """Write each copy of a message down, in the caller's transaction."""
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


def _order(message: Message) -> Order:
    return queries.with_lines(Order.objects.all()).get(pk=message.subject_id)


def _letter(order: Order, subject: str, name: str) -> Letter:
    return Letter(
        subject=subject % {"number": order.number},
        template=f"market/emails/{name}",
        context={
            "order": order,
            "market_day": order.market_day,
            "collective": Collective.load(),
            "due_cents": queries.amount_due_cents(order),
            "link": settings.SITE_URL + order.get_absolute_url(),
        },
    )
