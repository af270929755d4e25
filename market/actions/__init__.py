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
    call_off_order,
    cancel_order,
    forget_old_orders,
    pay_at_hall,
    pay_the_rest,
    place_order,
    release_unpaid,
    write_to_hall,
)
from market.actions.planning import copy_day, plan_days
from market.actions.stalls import note_answer

__all__ = [
    "call_off",
    "call_off_order",
    "cancel_order",
    "change_order",
    "close_orders",
    "copy_day",
    "finish_day",
    "follow_the_clock",
    "forget_left_baskets",
    "forget_old_orders",
    "hold_basket",
    "join_baskets",
    "keep_wishes",
    "note_answer",
    "open_orders",
    "pay_at_hall",
    "pay_the_rest",
    "place_order",
    "plan_days",
    "release_holds",
    "release_unpaid",
    "reopen_orders",
    "set_basket_line",
    "start_preparing",
    "take_estimates",
    "weigh_line",
    "write_to_hall",
    "write_to_shoppers",
]
