"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots), then its rows.
"""

from gardens.actions.board import (
    keep_notice,
    mail_notice,
    post_notice,
    remove_notice,
    report_notice,
    take_down,
    write_digests,
)
from gardens.actions.duties import (
    give_back,
    say_coming,
    say_done,
    settle_duty,
    take_turn,
    write_wishes,
)
from gardens.actions.keys import pass_key
from gardens.actions.laying import call_off, lay_turns, reinstate
from gardens.actions.leaving import forget_care, free_turns_of_those_who_left
from gardens.actions.proposing import Given, confirm_proposal, decline
from gardens.actions.replacing import ask_replacement, replace
from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.swaps import accept_swap, decline_swap, propose_swap
from gardens.actions.tenancies import grant_plot
from gardens.actions.things import (
    answer_loan,
    ask_for_thing,
    bring_back,
    cancel_loan,
    hand_over,
    offer_thing,
    withdraw_thing,
)

__all__ = [
    "Given",
    "accept_swap",
    "answer_loan",
    "ask_for_thing",
    "ask_replacement",
    "bring_back",
    "call_off",
    "cancel_loan",
    "confirm_proposal",
    "decline",
    "decline_swap",
    "forget_care",
    "forget_closed_requests",
    "free_turns_of_those_who_left",
    "give_back",
    "grant_plot",
    "hand_over",
    "keep_notice",
    "lay_turns",
    "mail_notice",
    "offer_thing",
    "pass_key",
    "post_notice",
    "propose_swap",
    "reinstate",
    "remove_notice",
    "replace",
    "report_notice",
    "request_plot",
    "say_coming",
    "say_done",
    "settle_duty",
    "take_down",
    "take_turn",
    "withdraw_request",
    "withdraw_thing",
    "write_digests",
    "write_wishes",
]
