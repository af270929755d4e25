"""Reads for screens."""

from gardens.queries.glance import Glance, glance_at, glances, page_of
from gardens.queries.line import (
    line_of,
    offer_by_token,
    place_of,
    request_by_token,
    tenancy_of,
    waits_elsewhere,
)
from gardens.queries.seasons import enrolment_of
from gardens.queries.sharing import (
    agreement_of,
    corner_of,
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
    "doing_in",
    "enrolment_of",
    "glance_at",
    "glances",
    "line_of",
    "match_by_token",
    "offer_by_token",
    "page_of",
    "place_of",
    "request_by_token",
    "sharing_panel",
    "shelves",
    "tenancy_by_token",
    "tenancy_of",
    "waits_elsewhere",
    "year_of",
]
