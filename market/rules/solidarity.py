"""Three prices and a fund: what it may pay of an order, what a shopper may add. All sums in cents."""

from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from commons.money import to_cents

EURO = 100
TOLD_FROM = 3  # orders: of fewer, a sum would tell whose it was
GIFT_WAITS = timedelta(hours=1)  # for its card


class Price(StrEnum):
    """Which of the three prices somebody pays: their choice, and nobody asks why."""

    SOLIDARITY = "solidarity"  # the fund pays a part
    FAIR = "fair"
    SUPPORT = "support"  # a part goes to the fund


class GiftKind(StrEnum):
    """What a shopper adds for others."""

    NOTHING = ""
    ROUND_UP = "round-up"
    BASKET = "basket"  # a whole suspended basket
    OTHER = "other"


def part_of(cents: int, *, percent: int) -> int:
    """To the nearest cent, half a cent upwards."""
    return to_cents(Decimal(cents) * percent / 100)


def fund_part(*, payable_cents: int, percent: int, at_most: int) -> int:
    """What the fund pays of ``payable_cents``: its percentage, never beyond what it has or promised."""
    return max(0, min(part_of(payable_cents, percent=percent), at_most))


def to_the_next_euro(cents: int) -> int:
    """What rounds a sum up; a whole euro when it is round already."""
    return EURO - cents % EURO
