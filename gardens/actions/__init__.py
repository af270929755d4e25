"""The verbs of gardens. Each owns its transaction; views, desk, worker and demo all call the same.

Locks are taken in one order: payment, then garden (its line, its plots), then its rows.
"""

from gardens.actions.requests import forget_closed_requests, request_plot, withdraw_request
from gardens.actions.tenancies import grant_plot

__all__ = ["forget_closed_requests", "grant_plot", "request_plot", "withdraw_request"]
