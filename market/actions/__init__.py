"""The verbs of the market, shared by every door. Each owns its transaction.

Locks are taken in one order: payments, then the basket or the order, then its slot, and offers last, in id order.
"""

from market.actions.baskets import (
    forget_left_baskets,
    hold_basket,
    join_baskets,
    keep_wishes,
    release_holds,
    set_basket_line,
)
from market.actions.changes import change_order, take_estimates, weigh_line
from market.actions.orders import (
    call_off_order,
    cancel_order,
    forget_old_orders,
    pay_at_hall,
    pay_the_rest,
    place_order,
    release_unpaid,
    write_to_hall,
)

__all__ = [
    "call_off_order",
    "cancel_order",
    "change_order",
    "forget_left_baskets",
    "forget_old_orders",
    "hold_basket",
    "join_baskets",
    "keep_wishes",
    "pay_at_hall",
    "pay_the_rest",
    "place_order",
    "release_holds",
    "release_unpaid",
    "set_basket_line",
    "take_estimates",
    "weigh_line",
    "write_to_hall",
]
