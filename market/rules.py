"""Decisions of the market, as pure functions: may they order, how much, at what price per kilo."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from commons.money import to_cents

# How long an unpaid order keeps its stock: enough for a bank's app and a second card.
HOLD = timedelta(minutes=30)
KEEP_BASKETS_FOR = timedelta(days=60)  # as long as a visitor's session
KEEP_NAMES_FOR = timedelta(days=3 * 365)  # customers are kept three years [CNIL]

# The card networks' own floor, in cents [Stripe: minimum charge amounts, EUR].
LEAST_BY_CARD = 50

# Plants whose quality class must be shown [règl. UE 2023/2429, specific marketing standards].
GRADED_PLANTS = frozenset(
    {
        "citron",
        "fraise",
        "kiwi",
        "laitue",
        "nectarine",
        "orange",
        "peche",
        "poire",
        "poivron",
        "pomme",
        "raisin",
        "tomate",
    }
)


@dataclass(frozen=True, kw_only=True)
class MeasurePrice:
    """A price for one kilogram (``kg``) or one litre (``litre``)."""

    cents: int
    measure: str


def window_is_open(*, opens_at: datetime, closes_at: datetime, at: datetime) -> bool:
    """From the opening, included, to the closing, excluded."""
    return opens_at <= at < closes_at


def grade_is_required(plant_slug: str) -> bool:
    return plant_slug in GRADED_PLANTS


def whole_steps(quantity: Decimal, *, step: Decimal) -> Decimal:
    """The most that can be ordered of ``quantity`` by whole steps; never below zero."""
    return max(Decimal(0), quantity // step * step)


def is_whole_steps(quantity: Decimal, *, step: Decimal) -> bool:
    return quantity > 0 and quantity % step == 0


def price_per_measure(
    *, price_cents: int, unit: str, pack_size: Decimal | None, pack_unit: str
) -> MeasurePrice | None:
    """Price per kg or litre; None for what may be sold by piece or bunch without a weight."""
    if unit in ("kg", "litre"):
        return MeasurePrice(cents=price_cents, measure=unit)
    if pack_size is None:
        return None
    return MeasurePrice(cents=to_cents(price_cents / pack_size), measure=pack_unit)


def card_is_possible(*, settlements: Iterable[str], total_cents: int) -> bool:
    """A card pays the whole order or nothing: a producer paid at the stall rules it out."""
    return total_cents >= LEAST_BY_CARD and "at-stall" not in set(settlements)
