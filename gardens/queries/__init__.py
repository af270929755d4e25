"""Reads for screens."""

from gardens.queries.board import notices_of_the_week, notices_up, reachable
from gardens.queries.glance import Glance, glance_at, glances, page_of
from gardens.queries.line import line_of, place_of, request_by_token
from gardens.queries.proposal import proposal_for
from gardens.queries.rota import (
    Shown,
    could_replace,
    duties_of,
    duty_by_token,
    empty_turns,
    gardeners,
    open_swaps,
    shown_to,
    swap_by_token,
    swappable_with,
    tenancy_of,
    turns_between,
    wishes_of,
)
from gardens.queries.sheets import Shelf, doing_in, shelves, year_of
from gardens.queries.tenancies import tenancy_by_token
from gardens.queries.things import (
    Shelved,
    booked_hours,
    keys_of,
    left_of,
    loans_around,
    thing_of,
    things_of,
)

__all__ = [
    "Glance",
    "Shelf",
    "Shelved",
    "Shown",
    "booked_hours",
    "could_replace",
    "doing_in",
    "duties_of",
    "duty_by_token",
    "empty_turns",
    "gardeners",
    "glance_at",
    "glances",
    "keys_of",
    "left_of",
    "line_of",
    "loans_around",
    "notices_of_the_week",
    "notices_up",
    "open_swaps",
    "page_of",
    "place_of",
    "proposal_for",
    "reachable",
    "request_by_token",
    "shelves",
    "shown_to",
    "swap_by_token",
    "swappable_with",
    "tenancy_by_token",
    "tenancy_of",
    "thing_of",
    "things_of",
    "turns_between",
    "wishes_of",
    "year_of",
]
