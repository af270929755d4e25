"""The verbs of the market, shared by every door. Each owns its transaction.

Locks are taken in one order: payments, then the basket or the order, then its slot, and offers last, in id order.
"""

from market.actions.baskets import forget_left_baskets, set_basket_line
from market.actions.orders import (
    cancel_order,
    forget_old_orders,
    pay_at_hall,
    place_order,
    release_unpaid,
)
from market.actions.usuals import put_usuals

__all__ = [
    "cancel_order",
    "forget_left_baskets",
    "forget_old_orders",
    "pay_at_hall",
    "place_order",
    "put_usuals",
    "release_unpaid",
    "set_basket_line",
]
