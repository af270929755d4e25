"""Reads for screens."""

from gardens.queries.board import notices_of_the_week, notices_up, reachable
from gardens.queries.care import answers_to_read, case_of, open_case_of
from gardens.queries.choices import choices, way_of_sowing, work_of
from gardens.queries.drawing import OpenPlan, changes_of, open_plan
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
from gardens.queries.line import (
    line_of,
    offer_by_token,
    place_of,
    request_by_token,
    tenancy_of,
    waits_elsewhere,
)
from gardens.queries.plots import PlotSheet, metres_to_water, plot_sheet
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
    turns_between,
    wishes_of,
)
from gardens.queries.seasons import charters_of, enrolment_in, enrolment_of, enrolments_to_show
from gardens.queries.seasons_desk import silent_enrolments
from gardens.queries.sharing import agreement_of, corner_of, match_by_token, sharing_panel
from gardens.queries.sheets import Shelf, doing_in, shelves, year_of
from gardens.queries.standing import plots_standing
from gardens.queries.tenancies import tenancy_by_token, tenancy_with_news
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
    "OpenPlan",
    "PlotSheet",
    "Shelf",
    "Shelved",
    "Shown",
    "advice_on",
    "agreement_of",
    "answers_to_read",
    "beds_of",
    "booked_hours",
    "case_of",
    "changes_of",
    "charters_of",
    "choices",
    "coming_steps",
    "corner_of",
    "could_replace",
    "doing_in",
    "duties_of",
    "duty_by_token",
    "empty_turns",
    "enrolment_in",
    "enrolment_of",
    "enrolments_to_show",
    "gardeners",
    "given_grams",
    "glance_at",
    "glances",
    "growings_of",
    "harvests_of",
    "keys_of",
    "left_of",
    "line_of",
    "loans_around",
    "match_by_token",
    "memory_of",
    "metres_to_water",
    "neighbours_of",
    "notices_of_the_week",
    "notices_up",
    "offer_by_token",
    "open_case_of",
    "open_plan",
    "open_swaps",
    "page_of",
    "picked_now",
    "place_of",
    "plot_sheet",
    "plots_standing",
    "proposal_for",
    "reachable",
    "request_by_token",
    "sharing_panel",
    "shelves",
    "shown_to",
    "silent_enrolments",
    "surplus_announced",
    "surplus_of",
    "swap_by_token",
    "swappable_with",
    "tenancy_by_token",
    "tenancy_of",
    "tenancy_with_news",
    "thing_of",
    "things_of",
    "turns_between",
    "waits_elsewhere",
    "way_of_sowing",
    "window_of",
    "wishes_of",
    "work_of",
    "year_log",
    "year_of",
    "years_of",
]
