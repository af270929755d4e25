"""May they order, how much, and by card?"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from market.rules.weighing import SET_ASIDE_FOR

# How long an unpaid order keeps its stock: enough for a bank's app and a second card.
HOLD = timedelta(minutes=30)
# How long the checkout keeps a basket: enough to type a name on a phone.
HOLD_BASKET = timedelta(minutes=15)

SAID_TWICE_WITHIN = timedelta(minutes=10)  # a form sent again, not a second message
KEEP_BASKETS_FOR = timedelta(days=60)  # as long as a visitor's session

KEEP_NAMES_FOR = timedelta(days=3 * 365)  # customers are kept three years [CNIL]

# The card networks' own floor, in cents [Stripe: minimum charge amounts, EUR].
LEAST_BY_CARD = 50


def window_is_open(*, opens_at: datetime, closes_at: datetime, at: datetime) -> bool:
    """From the opening, included, to the closing, excluded."""
    return opens_at <= at < closes_at


def whole_steps(quantity: Decimal, *, step: Decimal) -> Decimal:
    """The most that can be ordered of ``quantity`` by whole steps; never below zero."""
    return max(Decimal(0), quantity // step * step)


def is_whole_steps(quantity: Decimal, *, step: Decimal) -> bool:
    return quantity > 0 and quantity % step == 0


def card_is_possible(*, settlements: Iterable[str], to_pay_cents: int) -> bool:
    """A card pays all there is to pay or nothing: a producer paid at the stall rules it out."""
    return to_pay_cents >= LEAST_BY_CARD and "at-stall" not in set(settlements)


def card_waits_for_the_scale(*, pick_up_at: datetime, at: datetime) -> bool:
    """May a card pay what is weighed at pick-up? Not when the sum set aside would lapse before."""
    return pick_up_at - at <= SET_ASIDE_FOR
