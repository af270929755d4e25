"""Reads for screens."""

from gardens.queries.care import case_of, open_case_of
from gardens.queries.drawing import OpenPlan, changes_of, open_plan
from gardens.queries.glance import Glance, glance_at, glances, page_of
from gardens.queries.line import (
    line_of,
    offer_by_token,
    place_of,
    request_by_token,
    tenancy_of,
    waits_elsewhere,
)
from gardens.queries.plots import PlotSheet, metres_to_water, plot_sheet
from gardens.queries.seasons import charters_of, enrolment_in, enrolment_of, enrolments_to_show
from gardens.queries.sharing import agreement_of, corner_of, match_by_token, sharing_panel
from gardens.queries.sheets import Shelf, doing_in, shelves, year_of
from gardens.queries.tenancies import tenancy_by_token

__all__ = [
    "Glance",
    "OpenPlan",
    "PlotSheet",
    "Shelf",
    "agreement_of",
    "case_of",
    "changes_of",
    "charters_of",
    "corner_of",
    "doing_in",
    "enrolment_in",
    "enrolment_of",
    "enrolments_to_show",
    "glance_at",
    "glances",
    "line_of",
    "match_by_token",
    "metres_to_water",
    "offer_by_token",
    "open_case_of",
    "open_plan",
    "page_of",
    "place_of",
    "plot_sheet",
    "request_by_token",
    "sharing_panel",
    "shelves",
    "tenancy_by_token",
    "tenancy_of",
    "waits_elsewhere",
    "year_of",
]
