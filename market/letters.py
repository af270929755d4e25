"""What the market writes to people. Composed when it leaves, it tells how things stand then."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from commons.cms.spoken import say_hours, say_price
from commons.notices.letters import Letter
from commons.notices.models import Message
from market import queries
from market.models import Collective, Gift, Order, OrderWord, PickUpSlot, Withdrawal
from market.money import settling


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


def changed(message: Message) -> Letter | None:
    """The order as it stands now: of two changes in a row, both mails say the second."""
    order = _order(message)
    if order.state != Order.State.PLACED:
        return None
    return _letter(order, _("Commande %(number)s modifiée"), "changed")


def lapsed(message: Message) -> Letter | None:
    """The bank no longer keeps what was set aside: it is paid at the hall instead."""
    order = _order(message)
    if order.state != Order.State.PLACED or not settling.account_of(order).due:
        return None
    return _letter(order, _("Commande %(number)s : à payer au retrait"), "lapsed")


def withdrawn(message: Message) -> Letter:
    """The acknowledgement of a withdrawal: what was declared, the day and the hour [C. conso. D.221-5]."""
    said = Withdrawal.objects.select_related("order").get(pk=message.subject_id)
    return Letter(
        subject=_("Commande %(number)s : votre rétractation est reçue")
        % {"number": said.order.number},
        template="market/emails/withdrawn",
        context={
            "order": said.order,
            "asked_at": said.asked_at,
            "words": said.words,
            "cents": said.cents,
            "link": settings.SITE_URL + said.order.get_absolute_url(),
        },
    )


def word(message: Message) -> Letter:
    """A shopper's words, to the hall; an answer goes to the shopper."""
    said = OrderWord.objects.select_related("order").get(pk=message.subject_id)
    return Letter(
        subject=_("Commande %(number)s : un message de %(name)s")
        % {"number": said.order.number, "name": said.order.name},
        template="market/emails/word",
        context={"order": said.order, "words": said.words},
        reply_to=said.order.email,
    )


def thanks(message: Message) -> Letter:
    """For a gift to the fund: it is the receipt too."""
    gift = Gift.objects.get(pk=message.subject_id)
    return Letter(
        subject=_("Merci pour votre don de %(amount)s") % {"amount": say_price(gift.amount_cents)},
        template="market/emails/thanks",
        context={
            "gift": gift,
            "collective": Collective.load(),
            "link": settings.SITE_URL + reverse("market:solidarity"),
        },
    )


def say_money(order: Order) -> str:
    """What was paid, what is set aside, what is still to pay: in a sentence."""
    account = settling.account_of(order)
    if account.due:
        words = _("Vous paierez %(amount)s au retrait.")
        return words % {"amount": say_price(account.due)}
    if account.set_aside:
        words = _(
            "Votre banque a mis %(amount)s de côté ; seul le prix du poids réel sera prélevé."
        )
        return words % {"amount": say_price(account.set_aside)}
    if not account.kept:
        return _("Tout est réglé.")
    return _("Vous avez payé %(amount)s par carte.") % {"amount": say_price(account.kept)}


def _when(order: Order) -> str:
    """The slot chosen, else the hours of the market."""
    stretch = order.slot or order.market_day
    if isinstance(stretch, PickUpSlot):
        return say_hours(stretch.starts_at, stretch.ends_at)
    return say_hours(stretch.opens_at, stretch.closes_at)


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
            "money": say_money(order),
            "come": _when(order),
            "link": settings.SITE_URL + order.get_absolute_url(),
        },
    )
