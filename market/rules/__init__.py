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
    HOLD_BASKET,
    KEEP_BASKETS_FOR,
    KEEP_NAMES_FOR,
    LEAST_BY_CARD,
    SAID_TWICE_WITHIN,
    card_is_possible,
    card_waits_for_the_scale,
    is_whole_steps,
    whole_steps,
    window_is_open,
)
from market.rules.settlement import Account, share_out
from market.rules.weighing import SET_ASIDE_FOR, WEIGHED_WITHIN, is_far, sum_to_set_aside

__all__ = [
    "GRADED_PLANTS",
    "HOLD",
    "HOLD_BASKET",
    "KEEP_BASKETS_FOR",
    "KEEP_NAMES_FOR",
    "LEAST_BY_CARD",
    "SAID_TWICE_WITHIN",
    "SET_ASIDE_FOR",
    "SLOT",
    "SLOT_CAPACITY",
    "WEIGHED_WITHIN",
    "Account",
    "Hours",
    "MeasurePrice",
    "Window",
    "at_the_hall",
    "card_is_possible",
    "card_waits_for_the_scale",
    "grade_is_required",
    "hall_time",
    "hours_of",
    "is_far",
    "is_over_since_yesterday",
    "is_whole_steps",
    "price_per_measure",
    "share_out",
    "slots_between",
    "stands_on",
    "sum_to_set_aside",
    "whole_steps",
    "window_is_open",
]
