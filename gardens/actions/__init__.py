"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots; several in id order), then its rows.
"""

from gardens.actions.agreements import amend_agreement, answer_change, keep_on, leave_sharing
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
from gardens.actions.fees import ask_fee, give_deposit_back, note_paid_by_hand, waive_fee
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
from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.seasons import close_season, open_season
from gardens.actions.staying import confirm_tenancy, end_tenancy, leave, stay
from gardens.actions.tenancies import grant_plot

__all__ = [
    "Half",
    "accept_offer",
    "amend_agreement",
    "answer_change",
    "answer_step",
    "ask_fee",
    "ask_for_talk",
    "ask_still",
    "ask_whole_plot",
    "bring_to_committee",
    "change_wishes",
    "close_case",
    "close_season",
    "confirm_tenancy",
    "decide_whole_plot",
    "decline_offer",
    "draw_plan",
    "end_tenancy",
    "expire_matches",
    "expire_offers",
    "forget_closed_requests",
    "give_deposit_back",
    "give_notice",
    "grant_plot",
    "keep_on",
    "lapse",
    "leave",
    "leave_sharing",
    "merge_plots",
    "note_paid_by_hand",
    "note_talk",
    "note_visit",
    "offer_help",
    "offer_plot",
    "open_corner",
    "open_season",
    "propose_match",
    "read_answer",
    "release_plot",
    "request_plot",
    "retire_plot",
    "revoke_match",
    "revoke_offer",
    "say_no",
    "say_still",
    "say_yes",
    "set_criteria",
    "split_plot",
    "stay",
    "waive_fee",
    "withdraw_corner",
    "withdraw_request",
]
