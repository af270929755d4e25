"""What an order comes to before it is placed: its lines, the fund's part, and what is added for others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify

from market import rules
from market.models import BasketLine, FundEntry, FundWord, MarketDay, Order, Producer, Solidarity
from market.money import fund
from market.refusals import FundEmptyError, WordRefusedError, WordServedError
from market.rules import GiftKind, Price


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a shopper asks of the fund, or gives it. Nothing, most of the time."""

    price: Price = Price.FAIR
    gift: GiftKind = GiftKind.NOTHING
    gift_cents: int = 0  # of a gift of their own choosing
    word: str = ""


@dataclass(frozen=True, kw_only=True)
class Bill:
    """In cents. What is weighed at the hall counts as ordered."""

    total_cents: int
    by_weight_cents: int = 0
    fund_cents: int = 0
    fund_percent: int = 0
    gift_cents: int = 0
    word: FundWord | None = None

    @property
    def to_pay_cents(self) -> int:
        return self.total_cents - self.fund_cents + self.gift_cents

    @property
    def to_set_aside_cents(self) -> int:
        """By the card, when the scale has the last word; nothing otherwise."""
        if not self.by_weight_cents or not self.to_pay_cents:
            return 0
        margin = (
            rules.sum_to_set_aside(
                total_cents=self.total_cents, by_weight_cents=self.by_weight_cents
            )
            - self.total_cents
        )
        return self.to_pay_cents + margin


def bill_of(
    lines: Sequence[BasketLine], *, wish: Wish, market_day: MarketDay, email: str, now: datetime
) -> Bill:
    """At the prices of now, with what the fund has now. Nothing is taken from it yet.

    Raises WordRefusedError, WordServedError or FundEmptyError.
    """
    total = sum(line.total_cents for line in lines)
    house = Solidarity.load()
    word, percent, at_most = None, 0, 0
    if house.is_open and wish.word:
        word = _word(wish.word, market_day=market_day, email=email, now=now)
        percent, at_most = 100, word.basket_cents
    elif wish.price == Price.SOLIDARITY and wish.price in house.prices:
        percent, at_most = house.solidarity_percent, total
    part = _fund_part(lines, percent=percent, at_most=at_most)
    return Bill(
        total_cents=total,
        by_weight_cents=sum(line.total_cents for line in lines if line.offer.product.weighed),
        fund_cents=part,
        fund_percent=percent,
        gift_cents=_gift(wish, rest=total - part, house=house) if house.is_open else 0,
        word=word,
    )


def card_can_pay(
    lines: Sequence[BasketLine], *, bill: Bill, market_day: MarketDay, now: datetime
) -> bool:
    """All that is to pay: nothing of it at a stall, nor so far ahead that the scale would come too late."""
    waits = not bill.by_weight_cents or rules.card_waits_for_the_scale(
        pick_up_at=market_day.opens_at, at=now
    )
    return waits and rules.card_is_possible(
        settlements=[line.offer.product.producer.settlement for line in lines],
        to_pay_cents=bill.to_pay_cents,
    )


def _fund_part(lines: Sequence[BasketLine], *, percent: int, at_most: int) -> int:
    if not percent:
        return 0
    at_stall = Producer.Settlement.AT_STALL
    payable = sum(
        line.total_cents for line in lines if line.offer.product.producer.settlement != at_stall
    )
    part = rules.fund_part(
        payable_cents=payable, percent=percent, at_most=min(at_most, fund.balance())
    )
    if payable and not part:
        raise FundEmptyError
    return part


def _gift(wish: Wish, *, rest: int, house: Solidarity) -> int:
    gift = 0
    if wish.price == Price.SUPPORT and wish.price in house.prices:
        gift = rules.part_of(rest, percent=house.support_percent)
    if wish.gift == GiftKind.ROUND_UP:
        return gift + rules.to_the_next_euro(rest + gift)
    if wish.gift == GiftKind.BASKET:
        return gift + house.basket_cents
    return gift + (wish.gift_cents if wish.gift == GiftKind.OTHER else 0)


def _word(typed: str, *, market_day: MarketDay, email: str, now: datetime) -> FundWord:
    """Found however it was typed; once for a market and an address, so that others have some too."""
    word = FundWord.objects.filter(word=slugify(typed), until__gte=timezone.localdate(now)).first()
    if word is None or not word.left:
        raise WordRefusedError
    served = Q(order__market_day=market_day, order__email__iexact=email)
    live = Q(order__state__in=[Order.State.AWAITING_PAYMENT, Order.State.PLACED])
    if email and FundEntry.objects.filter(served, live, word=word).exists():
        raise WordServedError
    return word
