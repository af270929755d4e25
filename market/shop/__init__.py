"""A market day as its page shows it: what is asked of it, what answers, in which groups."""

from market.shop.cards import Choice, choice_of
from market.shop.page import ShopPage, open_shop, usuals_for
from market.shop.price_list import price_list
from market.shop.usuals import Usual

__all__ = [
    "Choice",
    "ShopPage",
    "Usual",
    "choice_of",
    "open_shop",
    "price_list",
    "usuals_for",
]
