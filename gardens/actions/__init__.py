"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots), then its rows.
"""

from gardens.actions.drawing import draw_plan
from gardens.actions.plots import Half, merge_plots, retire_plot, split_plot
from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.tenancies import grant_plot

__all__ = [
    "Half",
    "draw_plan",
    "forget_closed_requests",
    "grant_plot",
    "merge_plots",
    "request_plot",
    "retire_plot",
    "split_plot",
    "withdraw_request",
]
