"""Reads for screens."""

from gardens.queries.choices import choices, way_of_sowing, work_of
from gardens.queries.glance import Glance, glance_at, glances, page_of
from gardens.queries.growing import (
    advice_on,
    beds_of,
    coming_steps,
    growings_of,
    harvests_of,
    memory_of,
    neighbours_of,
    window_of,
    year_log,
    years_of,
)
from gardens.queries.harvests import given_grams, picked_now, surplus_announced, surplus_of
from gardens.queries.line import line_of, place_of, request_by_token
from gardens.queries.sheets import Shelf, doing_in, shelves, year_of
from gardens.queries.tenancies import tenancy_by_token

__all__ = [
    "Glance",
    "Shelf",
    "advice_on",
    "beds_of",
    "choices",
    "coming_steps",
    "doing_in",
    "given_grams",
    "glance_at",
    "glances",
    "growings_of",
    "harvests_of",
    "line_of",
    "memory_of",
    "neighbours_of",
    "page_of",
    "picked_now",
    "place_of",
    "request_by_token",
    "shelves",
    "surplus_announced",
    "surplus_of",
    "tenancy_by_token",
    "way_of_sowing",
    "window_of",
    "work_of",
    "year_log",
    "year_of",
    "years_of",
]
