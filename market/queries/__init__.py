"""Reads for screens."""

from market.queries.baskets import chosen_on, lines_of, open_basket, other_baskets
from market.queries.days import (
    called_off_at_what_cost,
    coming_days,
    day_and_others,
    day_for_the_desk,
    days_to_copy,
    market_day_of,
    next_day_to_order,
    next_market_day,
    stalls_and_silent,
)
from market.queries.offers import days_to_keep, offers_to_keep, orders_holding
from market.queries.orders import open_payment_of, order_by_token, with_lines
from market.queries.recurring import (
    coming_for,
    days_to_prepare,
    holds_news,
    lists_due,
    prepared_as,
    prepared_for_mail,
    recurring_by_token,
    recurring_of,
)
from market.queries.shelves import coming_offers, highlights, in_season, offers_on
from market.queries.slots import slots_of, slots_with_room
from market.queries.solidarity import FundMonth, fund_months
from market.queries.usuals import habits_of

__all__ = [
    "FundMonth",
    "called_off_at_what_cost",
    "chosen_on",
    "coming_days",
    "coming_for",
    "coming_offers",
    "day_and_others",
    "day_for_the_desk",
    "days_to_copy",
    "days_to_keep",
    "days_to_prepare",
    "fund_months",
    "habits_of",
    "highlights",
    "holds_news",
    "in_season",
    "lines_of",
    "lists_due",
    "market_day_of",
    "next_day_to_order",
    "next_market_day",
    "offers_on",
    "offers_to_keep",
    "open_basket",
    "open_payment_of",
    "order_by_token",
    "orders_holding",
    "other_baskets",
    "prepared_as",
    "prepared_for_mail",
    "recurring_by_token",
    "recurring_of",
    "slots_of",
    "slots_with_room",
    "stalls_and_silent",
    "with_lines",
]
