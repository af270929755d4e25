"""Decisions of the market, as pure functions."""

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
    "MeasurePrice",
    "card_is_possible",
    "grade_is_required",
    "is_whole_steps",
    "price_per_measure",
    "whole_steps",
    "window_is_open",
]
