"""What a season waits for from a household, and news that somebody asks for."""

from datetime import datetime

from django.utils.timezone import localdate

from gardens import queries
from gardens.models import Tenancy
from gardens.panels.panel import Panel
from gardens.queries.news import News


def care_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel | None:
    """That somebody asks for news, as long as the question is open."""
    case = queries.open_case_of(tenancy) if news.case else None
    return Panel(template="gardens/panel_care.html", context={"case": case}) if case else None


def season_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel | None:
    """The season that waits for an answer or for its fee, or how both stand."""
    if not news.season:
        return None
    shown = queries.enrolments_to_show(tenancy, on=localdate(now))
    return Panel(template="gardens/panel_season.html", context={"enrolments": shown})
