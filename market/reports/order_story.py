"""All that the desk tells of one order: its lines by seller, its money, its mails, and what happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from commons.cms.spoken import say_number, say_price
from commons.notices.models import Message
from commons.payments.models import Payment, Refund
from market import circulars
from market.models import DayMessageCopy, Order, OrderChange, OrderLine, OrderWord
from market.money import paying, settling
from market.rules import Account


@dataclass(frozen=True, kw_only=True)
class Share:
    """The lines of one seller of record."""

    seller: str
    siret: str
    mention: str
    lines: list[OrderLine]


@dataclass(frozen=True, kw_only=True)
class Moment:
    at: datetime
    words: str


@dataclass(frozen=True, kw_only=True)
class Story:
    shares: list[Share]
    account: Account
    settled_cents: int
    payments: list[Payment]
    moments: list[Moment]


def of_the_desk(orders: QuerySet[Order]) -> QuerySet[Order]:
    """With the rows that a story reads."""
    return orders.select_related("market_day", "slot", "called_off_by").prefetch_related(
        "lines", "notes__producer", "withdrawals__returned_by"
    )


def story_of(order: Order, *, tells_cards: bool) -> Story:
    """Eight questions, however long the order; it comes from ``of_the_desk``.

    What each card gave is for who keeps the books: beside the total, it would tell what the
    solidarity fund paid.
    """
    lines = sorted(order.lines.all(), key=attrgetter("seller_name", "pk"))
    by_seller = groupby(lines, key=attrgetter("seller_name"))
    payments = list(paying.payments_of(order.pk).prefetch_related("refunds"))
    moments = [
        *_steps(order),
        *_changes(order),
        *_words(order),
        *_withdrawals(order),
        *_refunds(payments),
        *_mails(order),
    ]
    if tells_cards:
        moments += _cards(payments)
    account = settling.account_of(order)
    return Story(
        shares=[_share(list(group)) for _name, group in by_seller],
        account=account,
        settled_cents=max(0, order.total_cents + order.gift_cents - account.due),
        payments=payments if tells_cards else [],
        moments=sorted(moments, key=attrgetter("at")),
    )


def _share(lines: list[OrderLine]) -> Share:
    first = lines[0]
    return Share(
        seller=first.seller_name,
        siret=first.seller_siret,
        mention=first.seller_mention,
        lines=lines,
    )


def _steps(order: Order) -> Iterator[Moment]:
    yield Moment(at=order.created_at, words=_("Commande reçue"))
    if order.placed_at:
        yield Moment(at=order.placed_at, words=_("Commande confirmée"))
    if order.cancelled_at:
        words = _("Annulée par %(who)s") % {"who": _who_cancelled(order)}
        why = order.called_off_because
        yield Moment(at=order.cancelled_at, words=f"{words}. {why}" if why else words)


def _who_cancelled(order: Order) -> str:
    """The hall itself, where whoever did it is forgotten, or where a whole day was called off."""
    if order.called_off_by:
        return order.called_off_by.get_full_name()
    if order.called_off_because or order.market_day.is_cancelled:
        return _("la halle")
    return order.name


def _changes(order: Order) -> Iterator[Moment]:
    changes = OrderChange.objects.filter(line__order=order).select_related("line", "by")
    for change in changes:
        words = _("%(product)s, %(kind)s : %(before)s → %(after)s, par %(who)s") % {
            "product": change.line.name,
            "kind": change.get_kind_display(),
            "before": "…" if change.before is None else say_number(change.before),
            "after": say_number(change.after),
            "who": change.by.get_full_name() if change.by else order.name,
        }
        yield Moment(at=change.at, words=f"{words}. {change.reason}" if change.reason else words)


def _withdrawals(order: Order) -> Iterator[Moment]:
    for given in order.withdrawals.all():
        words = _("A renoncé à : %(words)s") % {"words": given.words.replace("\n", " ; ")}
        yield Moment(at=given.asked_at, words=words)
        if given.returned_at:
            who = given.returned_by.get_full_name() if given.returned_by else _("la halle")
            yield Moment(
                at=given.returned_at, words=_("Produits revenus, reçus par %(who)s") % {"who": who}
            )


def _words(order: Order) -> Iterator[Moment]:
    for word in OrderWord.objects.filter(order=order):
        yield Moment(at=word.at, words=_("A écrit à la halle : %(words)s") % {"words": word.words})


def _cards(payments: list[Payment]) -> Iterator[Moment]:
    words = _("Carte, %(amount)s : %(state)s")
    for payment in payments:
        yield Moment(at=payment.created_at, words=words % _said(payment))


def _refunds(payments: list[Payment]) -> Iterator[Moment]:
    for payment in payments:
        for refund in payment.refunds.all():
            words = _("Remboursement, %(amount)s : %(state)s")
            yield Moment(at=refund.created_at, words=words % _said(refund))


def _said(row: Payment | Refund) -> dict[str, str]:
    return {"amount": say_price(row.amount_cents), "state": row.get_state_display()}


def _mails(order: Order) -> Iterator[Moment]:
    """Its own mails, and the copies of those written to many."""
    copies = DayMessageCopy.objects.filter(order=order).values("pk")
    its = Q(key__startswith=f"order:{order.pk}:")
    to_many = Q(kind=circulars.DAY_MESSAGE, subject_id__in=copies)
    own = Message.objects.filter(its).union(Message.objects.filter(to_many))
    for message in own:
        yield Moment(
            at=message.sent_at or message.created_at,
            words=_("Mail « %(kind)s » : %(state)s")
            % {"kind": _kind(message), "state": message.get_state_display()},
        )


def _kind(message: Message) -> str:
    """What volunteers call a letter of the market."""
    names = {
        "market.receipt": _("confirmation"),
        "market.expired": _("non payée"),
        "market.paid-too-late": _("payée trop tard"),
        "market.cancelled": _("annulation"),
        "market.changed": _("commande modifiée"),
        "market.lapsed": _("à payer au retrait"),
        "market.withdrawn": _("accusé de rétractation"),
        circulars.DAY_MESSAGE: _("message de la halle"),
    }
    return names.get(message.kind, message.kind.rpartition(".")[2])
