"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots; several in id order), then its rows.
"""

from gardens.actions.agreements import amend_agreement, answer_change, keep_on, leave_sharing
from gardens.actions.board import (
    keep_notice,
    mail_notice,
    post_notice,
    remove_notice,
    report_notice,
    take_down,
    write_digests,
)
from gardens.actions.calls import ask_for_talk, ask_whole_plot, decide_whole_plot, note_talk
from gardens.actions.care import (
    answer_step,
    bring_to_committee,
    close_case,
    give_notice,
    note_visit,
    offer_help,
    read_answer,
    release_plot,
)
from gardens.actions.corners import open_corner, withdraw_corner
from gardens.actions.drawing import draw_plan
from gardens.actions.duties import (
    give_back,
    say_coming,
    say_done,
    settle_duty,
    take_turn,
    write_wishes,
)
from gardens.actions.fees import ask_fee, give_deposit_back, note_paid_by_hand, waive_fee
from gardens.actions.growing import (
    announce_surplus,
    bring_surplus,
    correct_line,
    erase_line,
    leave_logs_to_plots,
    note_growing,
    note_harvest,
    withdraw_surplus,
)
from gardens.actions.keys import pass_key
from gardens.actions.laying import call_off, lay_turns, reinstate
from gardens.actions.leaving import (
    forget_care,
    forget_turns,
    free_turns_of_those_who_left,
    part_those_who_left,
)
from gardens.actions.lists import ask_still, change_wishes, lapse, say_still, set_criteria
from gardens.actions.matches import expire_matches, propose_match, revoke_match, say_no, say_yes
from gardens.actions.offers import (
    accept_offer,
    decline_offer,
    expire_offers,
    offer_plot,
    revoke_offer,
)
from gardens.actions.plots import Half, merge_plots, retire_plot, split_plot
from gardens.actions.proposing import Given, confirm_proposal, decline
from gardens.actions.replacing import ask_replacement, replace
from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.seasons import close_season, open_season
from gardens.actions.staying import confirm_tenancy, end_tenancy, leave, stay
from gardens.actions.swaps import accept_swap, decline_swap, propose_swap
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
    "Half",
    "accept_offer",
    "accept_swap",
    "amend_agreement",
    "announce_surplus",
    "answer_change",
    "answer_loan",
    "answer_step",
    "ask_fee",
    "ask_for_talk",
    "ask_for_thing",
    "ask_replacement",
    "ask_still",
    "ask_whole_plot",
    "bring_back",
    "bring_surplus",
    "bring_to_committee",
    "call_off",
    "cancel_loan",
    "change_wishes",
    "close_case",
    "close_season",
    "confirm_proposal",
    "confirm_tenancy",
    "correct_line",
    "decide_whole_plot",
    "decline",
    "decline_offer",
    "decline_swap",
    "draw_plan",
    "end_tenancy",
    "erase_line",
    "expire_matches",
    "expire_offers",
    "forget_care",
    "forget_closed_requests",
    "forget_turns",
    "free_turns_of_those_who_left",
    "give_back",
    "give_deposit_back",
    "give_notice",
    "hand_over",
    "keep_notice",
    "keep_on",
    "lapse",
    "lay_turns",
    "leave",
    "leave_logs_to_plots",
    "leave_sharing",
    "mail_notice",
    "merge_plots",
    "note_growing",
    "note_harvest",
    "note_paid_by_hand",
    "note_talk",
    "note_visit",
    "offer_help",
    "offer_plot",
    "offer_thing",
    "open_corner",
    "open_season",
    "part_those_who_left",
    "pass_key",
    "post_notice",
    "propose_match",
    "propose_swap",
    "read_answer",
    "reinstate",
    "release_plot",
    "remove_notice",
    "replace",
    "report_notice",
    "request_plot",
    "retire_plot",
    "revoke_match",
    "revoke_offer",
    "say_coming",
    "say_done",
    "say_no",
    "say_still",
    "say_yes",
    "set_criteria",
    "settle_duty",
    "split_plot",
    "stay",
    "take_down",
    "take_turn",
    "waive_fee",
    "withdraw_corner",
    "withdraw_request",
    "withdraw_surplus",
    "withdraw_thing",
    "write_digests",
    "write_wishes",
]
