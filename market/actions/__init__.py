"""The verbs of the market, shared by every door. Each owns its transaction.

Locks are taken in one order: payments, a recurring list, then the basket or the order, the day, its slot, the
solidarity fund, and offers last, in id order.
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
from market.actions.imports import Imported, ImportRefusedError, import_products
from market.actions.messages import write_to_shoppers
from market.actions.offers import (
    Withdrawn,
    close_offer,
    put_on_sale,
    reopen_offer,
    set_offer,
    withdraw_producer,
)
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
from market.actions.prepared import prepare_recurring
from market.actions.recurring import (
    arrange_recurring,
    end_recurring,
    forget_recurring,
    keep_basket,
    keep_order,
    pause_recurring,
    resume_recurring,
    set_recurring_line,
)
from market.actions.solidarity import (
    FundShortError,
    correct_fund,
    forget_givers,
    make_word,
    note_cash,
    offer_gift,
    release_gift,
)
from market.actions.stalls import note_answer
from market.actions.usuals import put_usuals
from market.actions.withdrawals import take_back, withdraw

__all__ = [
    "FundShortError",
    "ImportRefusedError",
    "Imported",
    "Withdrawn",
    "arrange_recurring",
    "call_off",
    "call_off_order",
    "cancel_order",
    "change_order",
    "close_offer",
    "close_orders",
    "copy_day",
    "correct_fund",
    "end_recurring",
    "finish_day",
    "follow_the_clock",
    "forget_givers",
    "forget_left_baskets",
    "forget_old_orders",
    "forget_recurring",
    "hold_basket",
    "import_products",
    "join_baskets",
    "keep_basket",
    "keep_order",
    "keep_wishes",
    "make_word",
    "note_answer",
    "note_cash",
    "offer_gift",
    "open_orders",
    "pause_recurring",
    "pay_at_hall",
    "pay_the_rest",
    "place_order",
    "plan_days",
    "prepare_recurring",
    "put_on_sale",
    "put_usuals",
    "release_gift",
    "release_holds",
    "release_unpaid",
    "reopen_offer",
    "reopen_orders",
    "resume_recurring",
    "set_basket_line",
    "set_offer",
    "set_recurring_line",
    "start_preparing",
    "take_back",
    "take_estimates",
    "weigh_line",
    "withdraw",
    "withdraw_producer",
    "write_to_hall",
    "write_to_shoppers",
]
