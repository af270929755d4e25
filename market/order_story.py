"""All that the desk tells of one order: its lines by seller, its money, its mails, and what happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from django.utils.translation import gettext as _

from commons.cms.spoken import say_number, say_price
from commons.notices.models import Message
from commons.payments.models import Payment, Refund
from market import letters, paying, settling
from market.models import DayMessageCopy, Order, OrderChange, OrderLine


@dataclass(frozen=True, kw_only=True)
class Share:
    """The lines of one seller of record."""

    seller: str
    siret: str
    mention: str
    lines: list[OrderLine]

    @property
    def total_cents(self) -> int:
        return sum(line.total_cents for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class Moment:
    at: datetime
    words: str


@dataclass(frozen=True, kw_only=True)
class Story:
    shares: list[Share]
    total_cents: int
    due_cents: int
    payments: list[Payment]
    messages: list[Message]
    moments: list[Moment]


def story_of(order: Order) -> Story:
    """A dozen questions at most, however long the order."""
    lines = sorted(order.lines.all(), key=attrgetter("seller_name", "pk"))
    payments = list(paying.payments_of(order.pk).prefetch_related("refunds"))
    messages = _messages(order)
    return Story(
        shares=[
            _share(list(group)) for _name, group in groupby(lines, key=attrgetter("seller_name"))
        ],
        total_cents=order.total_cents,
        due_cents=settling.account_of(order).due,
        payments=payments,
        messages=messages,
        moments=sorted(
            [
                *_steps(order),
                *_changes(order),
                *_money(payments),
                *_words(order),
                *_mails(messages),
            ],
            key=attrgetter("at"),
        ),
    )


def _share(lines: list[OrderLine]) -> Share:
    first = lines[0]
    return Share(
        seller=first.seller_name,
        siret=first.seller_siret,
        mention=first.seller_mention,
        lines=lines,
    )


def _messages(order: Order) -> list[Message]:
    """Its own mails, and the copies of those written to many."""
    copies = DayMessageCopy.objects.filter(order=order).values("pk")
    own = Message.objects.filter(key__startswith=f"order:{order.pk}:")
    circulars = Message.objects.filter(kind=letters.DAY_MESSAGE, subject_id__in=copies)
    return list(own.union(circulars).order_by("created_at"))


def _steps(order: Order) -> Iterator[Moment]:
    yield Moment(at=order.created_at, words=_("Commande reçue"))
    if order.placed_at:
        yield Moment(at=order.placed_at, words=_("Commande confirmée"))


def _changes(order: Order) -> Iterator[Moment]:
    changes = OrderChange.objects.filter(line__order=order).select_related("line", "by")
    for change in changes:
        words = _("%(product)s : %(before)s → %(after)s, par %(who)s. %(reason)s") % {
            "product": change.line.name,
            "before": "–" if change.before is None else say_number(change.before),
            "after": say_number(change.after),
            "who": change.by or order.name,
            "reason": change.reason,
        }
        yield Moment(at=change.at, words=words.rstrip())


def _words(order: Order) -> Iterator[Moment]:
    for said in order.words.all():
        yield Moment(at=said.at, words=_("Message reçu : « %(words)s »") % {"words": said.words})


def _money(payments: list[Payment]) -> Iterator[Moment]:
    for payment in payments:
        words = _("Carte, %(amount)s : %(state)s")
        yield Moment(at=payment.created_at, words=words % _said(payment))
        for refund in payment.refunds.all():
            words = _("Remboursement, %(amount)s : %(state)s")
            yield Moment(at=refund.created_at, words=words % _said(refund))


def _said(row: Payment | Refund) -> dict[str, str]:
    return {"amount": say_price(row.amount_cents), "state": row.get_state_display()}


def _mails(messages: list[Message]) -> Iterator[Moment]:
    for message in messages:
        yield Moment(
            at=message.sent_at or message.created_at,
            words=_("Mail « %(kind)s » : %(state)s")
            % {"kind": letters.name_of(message.kind), "state": message.get_state_display()},
        )
