"""Reads for screens."""

from market.queries.baskets import chosen_on, open_basket
from market.queries.days import (
    coming_days,
    day_and_others,
    market_day_of,
    next_day_to_order,
    next_market_day,
)
from market.queries.orders import (
    amount_due_cents,
    can_be_cancelled,
    open_payment_of,
    order_by_token,
    payments_of,
    with_lines,
)
from market.queries.shelves import coming_offers, highlights, in_season, offers_on
from market.queries.usuals import habits_of

__all__ = [
    "amount_due_cents",
    "can_be_cancelled",
    "chosen_on",
    "coming_days",
    "coming_offers",
    "day_and_others",
    "habits_of",
    "highlights",
    "in_season",
    "market_day_of",
    "next_day_to_order",
    "next_market_day",
    "offers_on",
    "open_basket",
    "open_payment_of",
    "order_by_token",
    "payments_of",
    "with_lines",
]
