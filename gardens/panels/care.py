"""The panels of a household's page: its next turn, what it shares, what hangs on the board."""

from datetime import datetime, timedelta

from django.utils import timezone

from gardens.models import Tenancy
from gardens.panels.panel import Panel
from gardens.queries.board import notices_up
from gardens.queries.news import News
from gardens.queries.rota import duties_of, shown_to, turns_between

SHOWN = 3
AHEAD = timedelta(days=14)


def rota_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel | None:
    """The next turn, else one to take; nothing for a garden without turns, nor once the plot is given back."""
    if _is_over(tenancy, now=now):
        return None
    mine = duties_of(tenancy, now=now) if news.duty else []
    if not mine and not news.turns:
        return None
    return Panel(
        template="gardens/panel_rota.html",
        context={
            "next": mine[0] if mine else None,
            "free": None if mine else _one_to_take(tenancy, now=now),
            "token": tenancy.token,
            "now": now,
        },
    )


def things_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel | None:
    """How many requests wait, what is to be brought back, and how much is offered."""
    if _is_over(tenancy, now=now):
        return None
    return Panel(
        template="gardens/panel_things.html",
        context={
            "waiting": news.loans_waiting,
            "out": news.loans_out,
            "on_offer": news.on_offer,
            "token": tenancy.token,
        },
    )


def notices_panel(tenancy: Tenancy, news: News, now: datetime) -> Panel | None:
    """The newest few."""
    if _is_over(tenancy, now=now):
        return None
    hung = notices_up(tenancy.plot.garden_id, on=timezone.localdate(now))
    notices = list(hung[:SHOWN]) if news.notices else []
    return Panel(
        template="gardens/panel_notices.html",
        context={"notices": notices, "token": tenancy.token},
    )


def _one_to_take(tenancy: Tenancy, *, now: datetime) -> object | None:
    today = timezone.localdate(now)
    turns = turns_between(tenancy.plot.garden_id, first=today, last=today + AHEAD)
    shown = shown_to(tenancy, turns, now=now)
    return next((one for one in shown if one.may_take), None)


def _is_over(tenancy: Tenancy, *, now: datetime) -> bool:
    return tenancy.ends_on is not None and tenancy.ends_on < timezone.localdate(now)
