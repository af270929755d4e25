"""The verbs of workshops. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then session (the older first when there are two), then its rows.
"""

from workshops.actions.booking import book_cycle, book_seats
from workshops.actions.circulars import send_circular
from workshops.actions.cycles import plan_sessions
from workshops.actions.door import admit_walk_in, tick
from workshops.actions.feedback import answer, thank
from workshops.actions.forgetting import forget_needs, forget_old_bookings
from workshops.actions.offers import accept_offer, decline_offer, expire_offer
from workshops.actions.seats import (
    add_seats,
    call_off_booking,
    cancel_booking,
    give_back_seat,
    release_unpaid,
    rename_seat,
    say_coming,
)
from workshops.actions.sessions import cancel_session, change_capacity, move_session, open_twin
from workshops.actions.waiting import (
    change_turn,
    close_list,
    join_waiting_list,
    leave_waiting_list,
    wait_again,
)

__all__ = [
    "accept_offer",
    "add_seats",
    "admit_walk_in",
    "answer",
    "book_cycle",
    "book_seats",
    "call_off_booking",
    "cancel_booking",
    "cancel_session",
    "change_capacity",
    "change_turn",
    "close_list",
    "decline_offer",
    "expire_offer",
    "forget_needs",
    "forget_old_bookings",
    "give_back_seat",
    "join_waiting_list",
    "leave_waiting_list",
    "move_session",
    "open_twin",
    "plan_sessions",
    "release_unpaid",
    "rename_seat",
    "say_coming",
    "send_circular",
    "thank",
    "tick",
    "wait_again",
]
