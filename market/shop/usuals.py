"""« Mes habituels »: what somebody most often orders, where it is on sale today."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from commons.cms.spoken import say_price
from market.models import MarketDay
from market.queries.shelves import offers_on
from market.queries.usuals import Habit
from market.rules import whole_steps
from market.shelf import plain
from market.shop.cards import Card, card_of
from market.templatetags.amounts import amount


@dataclass(frozen=True, kw_only=True)
class Usual:
    """``wanted`` is the usual quantity; ``quantity`` what one tap sets: as much, or what is left of it."""

    card: Card
    wanted: Decimal
    quantity: str
    amount: str
    is_short: bool

    @property
    def price(self) -> str:
        return say_price(self.card.offer.price_cents)

    @property
    def is_gone(self) -> bool:
        return not self.card.offer.left

    @property
    def can_be_put(self) -> bool:
        return not self.is_gone and not self.card.choice.chosen


def usuals_of(
    habits: list[Habit],
    *,
    market_day: MarketDay,
    chosen: Mapping[int, Decimal],
    troubles: Mapping[int, str],
) -> list[Usual]:
    """In the order of the habits; one query, and none without habits."""
    if not habits:
        return []
    offers = offers_on(market_day).filter(product__in=[habit.product_id for habit in habits])
    cards = {
        offer.product_id: card_of(offer, day=market_day.date, chosen=chosen, troubles=troubles)
        for offer in offers
    }
    return [_usual(cards[habit.product_id], habit) for habit in habits if habit.product_id in cards]


def _usual(card: Card, habit: Habit) -> Usual:
    # By whole steps of now: the product's step may have changed since.
    wanted = whole_steps(habit.quantity, step=card.product.step) or card.product.step
    quantity = min(wanted, card.offer.left)
    return Usual(
        card=card,
        wanted=wanted,
        quantity=plain(quantity),
        amount=amount(quantity or wanted, card.product.unit),
        is_short=quantity < wanted,
    )
