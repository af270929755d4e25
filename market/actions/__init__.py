"""The verbs of the market, shared by every door. Each owns its transaction.

Locks are taken in one order: payments, then the basket or the order, then its slot, and offers last, in id order.
"""

from market.actions.baskets import forget_left_baskets, set_basket_line
from market.actions.days import (
    call_off,
    close_orders,
    finish_day,
    follow_the_clock,
    open_orders,
    reopen_orders,
    start_preparing,
)
from market.actions.messages import write_to_shoppers
from market.actions.orders import (
    cancel_order,
    forget_old_orders,
    pay_at_hall,
    place_order,
    release_unpaid,
)
from market.actions.planning import copy_day, plan_days
from market.actions.stalls import note_answer

__all__ = [
    "call_off",
    "cancel_order",
    "close_orders",
    "copy_day",
    "finish_day",
    "follow_the_clock",
    "forget_left_baskets",
    "forget_old_orders",
    "note_answer",
    "open_orders",
    "pay_at_hall",
    "place_order",
    "plan_days",
    "release_unpaid",
    "reopen_orders",
    "set_basket_line",
    "start_preparing",
    "write_to_shoppers",
]
