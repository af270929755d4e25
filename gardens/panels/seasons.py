"""What a season waits for from a household, and news that somebody asks for."""

from datetime import datetime

from django.utils.timezone import localdate

from gardens import queries
from gardens.models import Tenancy
from gardens.panels.panel import Panel


def care_panel(tenancy: Tenancy, now: datetime) -> Panel | None:
    """That somebody asks for news, as long as the question is open."""
    case = queries.open_case_of(tenancy)
    return Panel(template="gardens/panel_care.html", context={"case": case}) if case else None


def season_panel(tenancy: Tenancy, now: datetime) -> Panel | None:
    """The season that waits for an answer or for its fee, or how both stand."""
    shown = queries.enrolments_to_show(tenancy, on=localdate(now))
    if not shown:
        return None
    return Panel(template="gardens/panel_season.html", context={"enrolments": shown})
