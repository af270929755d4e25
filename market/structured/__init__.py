"""The market as search engines and shared links tell it: its days, its products and their prices."""

from market.structured.cards import (
    DAY,
    PRODUCER,
    PRODUCT,
    card_of_day,
    card_of_producer,
    card_of_product,
    load_day_card,
    load_producer_card,
    load_product_card,
)
from market.structured.sharing import sharing_of_day, sharing_of_producer, sharing_of_product
from market.structured.things import market_day, producer, product

__all__ = [
    "DAY",
    "PRODUCER",
    "PRODUCT",
    "card_of_day",
    "card_of_producer",
    "card_of_product",
    "load_day_card",
    "load_producer_card",
    "load_product_card",
    "market_day",
    "producer",
    "product",
    "sharing_of_day",
    "sharing_of_producer",
    "sharing_of_product",
]
