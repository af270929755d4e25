"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots), then its rows.
"""

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
from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.tenancies import grant_plot

__all__ = [
    "announce_surplus",
    "bring_surplus",
    "correct_line",
    "erase_line",
    "forget_closed_requests",
    "grant_plot",
    "leave_logs_to_plots",
    "note_growing",
    "note_harvest",
    "request_plot",
    "withdraw_request",
    "withdraw_surplus",
]
