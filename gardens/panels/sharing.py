"""With whom a household shares its plot."""

from datetime import datetime

from django.utils.timezone import localdate

from gardens import queries
from gardens.models import Tenancy
from gardens.panels.panel import Panel
from gardens.queries.news import News


def sharing_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel | None:
    """With whom a household shares, or the corner it may propose; nothing once its plot is no longer its own."""
    if tenancy.ends_on and tenancy.ends_on < localdate(now):
        return None
    return Panel(
        template="gardens/sharing_panel.html",
        context=queries.sharing_panel(tenancy, news, now=now),
    )
