"""The part of a household's page that its garden log fills."""

from datetime import datetime

from django.utils import timezone

from gardens.models import Tenancy
from gardens.panels.panel import Panel
from gardens.queries.growing import coming_steps, growings_of, harvests_of
from gardens.queries.harvests import surplus_of
from gardens.queries.news import News

LATEST = 4


def growing_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel:
    """What to do, three gestures to note, the last lines, and what waits for the baskets; three queries."""
    today = timezone.localdate(now)
    growings, harvests = growings_of(tenancy, today=today), harvests_of(tenancy, today=today)
    zone = tenancy.plot.garden.zone
    latest = sorted([*growings, *harvests], key=lambda row: row.created_at, reverse=True)
    return Panel(
        template="gardens/panels/growing.html",
        context={
            "token": tenancy.token,
            "is_open": tenancy.ends_on is None or tenancy.ends_on >= today,
            "today": today,
            "steps": coming_steps(growings, harvests, climate=zone, today=today),
            "latest": [
                ("culture" if hasattr(row, "way") else "recolte", row) for row in latest[:LATEST]
            ],
            "surplus": surplus_of(tenancy, on=today) if news.surplus else [],
            "garden_slug": tenancy.plot.garden.slug,
        },
    )
