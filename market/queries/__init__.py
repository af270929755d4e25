"""Reads for screens."""

from market.queries.baskets import chosen_on, open_basket
from market.queries.days import (
    called_off_at_what_cost,
    coming_days,
    day_for_the_desk,
    days_to_copy,
    market_day_of,
    neighbours_of,
    next_day_to_order,
    next_market_day,
    stalls_and_silent,
)
from market.queries.orders import open_payment_of, order_by_token, with_lines
from market.queries.shelves import categories_on, coming_offers, highlights, in_season, offers_on
from market.queries.slots import slots_with_room

__all__ = [
    "called_off_at_what_cost",
    "categories_on",
    "chosen_on",
    "coming_days",
    "coming_offers",
    "day_for_the_desk",
    "days_to_copy",
    "highlights",
    "in_season",
    "market_day_of",
    "neighbours_of",
    "next_day_to_order",
    "next_market_day",
    "offers_on",
    "open_basket",
    "open_payment_of",
    "order_by_token",
    "slots_with_room",
    "stalls_and_silent",
    "with_lines",
]
