"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots; several in id order), then its rows.
"""

from gardens.actions.fees import ask_fee, give_deposit_back, note_paid_by_hand, waive_fee
from gardens.actions.lists import ask_still, change_wishes, lapse, say_still, set_criteria
from gardens.actions.offers import (
    accept_offer,
    decline_offer,
    expire_offers,
    offer_plot,
    revoke_offer,
)
from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.tenancies import grant_plot

__all__ = [
    "accept_offer",
    "ask_fee",
    "ask_still",
    "change_wishes",
    "decline_offer",
    "expire_offers",
    "forget_closed_requests",
    "give_deposit_back",
    "grant_plot",
    "lapse",
    "note_paid_by_hand",
    "offer_plot",
    "request_plot",
    "revoke_offer",
    "say_still",
    "set_criteria",
    "waive_fee",
    "withdraw_request",
]
