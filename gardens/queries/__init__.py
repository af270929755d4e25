"""Reads for screens."""

from gardens.queries.drawing import OpenPlan, changes_of, open_plan
from gardens.queries.glance import Glance, glance_at, glances, page_of
from gardens.queries.line import line_of, place_of, request_by_token
from gardens.queries.plots import PlotSheet, metres_to_water, plot_sheet
from gardens.queries.sheets import Shelf, doing_in, shelves, year_of
from gardens.queries.tenancies import tenancy_by_token

__all__ = [
    "Glance",
    "OpenPlan",
    "PlotSheet",
    "Shelf",
    "changes_of",
    "doing_in",
    "glance_at",
    "glances",
    "line_of",
    "metres_to_water",
    "open_plan",
    "page_of",
    "place_of",
    "plot_sheet",
    "request_by_token",
    "shelves",
    "tenancy_by_token",
    "year_of",
]
