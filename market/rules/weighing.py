"""Goods whose price follows the scale: how much to set aside, and when a weight looks wrong."""

from datetime import timedelta
from decimal import ROUND_UP, Decimal

# Set aside above the estimate, so that a generous piece of cheese is still paid by the card.
MARGIN = Decimal("0.20")

# The card networks let a sum set aside lapse after seven days; one is kept to weigh and take it.
SET_ASIDE_FOR = timedelta(days=6)

# After the market, what nobody weighed is taken as it was ordered.
WEIGHED_WITHIN = timedelta(hours=12)

# Farther than this from what was ordered, somebody is asked to look again: 700 kg typed for 700 g.
FAR = Decimal("0.30")


def sum_to_set_aside(*, total_cents: int, by_weight_cents: int) -> int:
    """The total, and the margin over the part of it that the scale decides; in cents."""
    margin = (by_weight_cents * MARGIN).quantize(Decimal(1), rounding=ROUND_UP)
    return total_cents + int(margin)


def is_far(*, ordered: Decimal, weighed: Decimal) -> bool:
    """More than three tenths away from what was ordered, either way."""
    return abs(weighed - ordered) > ordered * FAR
