"""Reads for screens."""

from gardens.queries.glance import Glance, glance_at, glances, page_of
from gardens.queries.line import line_of, place_of, request_by_token
from gardens.queries.sharing import (
    agreement_of,
    corner_of,
    corners_open,
    match_by_token,
    sharing_panel,
)
from gardens.queries.sheets import Shelf, doing_in, shelves, year_of
from gardens.queries.tenancies import tenancy_by_token

__all__ = [
    "Glance",
    "Shelf",
    "agreement_of",
    "corner_of",
    "corners_open",
    "doing_in",
    "glance_at",
    "glances",
    "line_of",
    "match_by_token",
    "page_of",
    "place_of",
    "request_by_token",
    "sharing_panel",
    "shelves",
    "tenancy_by_token",
    "year_of",
]
