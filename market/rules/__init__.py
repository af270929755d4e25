"""Decisions of the market, as pure functions."""

from market.rules.days import (
    SLOT,
    SLOT_CAPACITY,
    Hours,
    Window,
    at_the_hall,
    hall_time,
    hours_of,
    is_over_since_yesterday,
    slots_between,
    stands_on,
)
from market.rules.labels import GRADED_PLANTS, MeasurePrice, grade_is_required, price_per_measure
from market.rules.ordering import (
    HOLD,
    KEEP_BASKETS_FOR,
    KEEP_NAMES_FOR,
    LEAST_BY_CARD,
    card_is_possible,
    is_whole_steps,
    whole_steps,
    window_is_open,
)

__all__ = [
    "GRADED_PLANTS",
    "HOLD",
    "KEEP_BASKETS_FOR",
    "KEEP_NAMES_FOR",
    "LEAST_BY_CARD",
    "SLOT",
    "SLOT_CAPACITY",
    "Hours",
    "MeasurePrice",
    "Window",
    "at_the_hall",
    "card_is_possible",
    "grade_is_required",
    "hall_time",
    "hours_of",
    "is_over_since_yesterday",
    "is_whole_steps",
    "price_per_measure",
    "slots_between",
    "stands_on",
    "whole_steps",
    "window_is_open",
]
