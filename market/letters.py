"""What the market writes to people. Composed when it leaves, it tells how things stand then."""

from django.conf import settings
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from market import queries
from market.models import Collective, Order


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
