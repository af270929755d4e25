"""Decisions of the market, as pure functions."""

from market.rules.allergens import Allergen
from market.rules.labels import (
    GRADED_PLANTS,
    VAT_RATES,
    Lack,
    MeasurePrice,
    contradictions,
    grade_is_required,
    missing_facts,
    price_per_measure,
)
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
    "VAT_RATES",
    "Allergen",
    "Lack",
    "MeasurePrice",
    "card_is_possible",
    "contradictions",
    "grade_is_required",
    "is_whole_steps",
    "missing_facts",
    "price_per_measure",
    "whole_steps",
    "window_is_open",
]
