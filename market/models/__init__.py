"""What the market stores: who sells, what, on which day, and who ordered it."""

from market.models.baskets import Basket, BasketLine
from market.models.days import MarketDay, Offer, Stall
from market.models.goods import Product
from market.models.orders import Order, OrderLine
from market.models.sellers import Collective, Producer, VatRegime

__all__ = [
    "Basket",
    "BasketLine",
    "Collective",
    "MarketDay",
    "Offer",
    "Order",
    "OrderLine",
    "Producer",
    "Product",
    "Stall",
    "VatRegime",
]
