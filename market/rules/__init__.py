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
    "VAT_RATES",
    "WEIGHED_WITHIN",
    "Account",
    "Allergen",
    "Lack",
    "MeasurePrice",
    "card_is_possible",
    "card_waits_for_the_scale",
    "contradictions",
    "grade_is_required",
    "is_far",
    "is_whole_steps",
    "missing_facts",
    "price_per_measure",
    "share_out",
    "sum_to_set_aside",
    "whole_steps",
    "window_is_open",
]
