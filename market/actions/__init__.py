"""The verbs of the market, shared by every door. Each owns its transaction.

Locks are taken in one order: payments, then the basket or the order, then its slot, and offers last, in id order.
"""

from market.actions.baskets import forget_left_baskets, set_basket_line
from market.actions.imports import Imported, ImportRefusedError, import_products
from market.actions.offers import (
    Withdrawn,
    close_offer,
    put_on_sale,
    reopen_offer,
    set_offer,
    withdraw_producer,
)
from market.actions.orders import (
    cancel_order,
    forget_old_orders,
    pay_at_hall,
    place_order,
    release_unpaid,
)

__all__ = [
    "ImportRefusedError",
    "Imported",
    "Withdrawn",
    "cancel_order",
    "close_offer",
    "forget_left_baskets",
    "forget_old_orders",
    "import_products",
    "pay_at_hall",
    "place_order",
    "put_on_sale",
    "release_unpaid",
    "reopen_offer",
    "set_basket_line",
    "set_offer",
    "withdraw_producer",
]
