"""What a household's page shows of its plot: each part of the garden's life adds its panel here, in order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from gardens import queries
from gardens.models import Tenancy


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A block of the page: its template is included with ``tenancy`` and ``context``'s names."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


# The panel of a tenancy at an instant, or None when there is nothing to show.
Painter = Callable[[Tenancy, datetime], Panel | None]


def _care(tenancy: Tenancy, now: datetime) -> Panel | None:
    """That somebody asks for news, as long as the question is open."""
    case = queries.open_case_of(tenancy)
    return Panel(template="gardens/panel_care.html", context={"case": case}) if case else None


def _seasons(tenancy: Tenancy, now: datetime) -> Panel | None:
    """The season that waits for an answer or for its fee, or how both stand."""
    shown = queries.enrolments_to_show(tenancy, on=localdate(now))
    if not shown:
        return None
    return Panel(template="gardens/panel_season.html", context={"enrolments": shown})


def _sharing(tenancy: Tenancy, now: datetime) -> Panel | None:
    """With whom a household shares, or the corner it may propose; nothing once its plot is no longer its own."""
    if tenancy.ends_on and tenancy.ends_on < localdate(now):
        return None
    return Panel(
        template="gardens/sharing_panel.html",
        context=queries.sharing_panel(tenancy, now=now),
    )


PAINTERS: tuple[Painter, ...] = (_care, _seasons, _sharing)


def panels_of(tenancy: Tenancy, *, now: datetime) -> list[Panel]:
    """The panels of a household's page, those with nothing to show left out."""
    painted = (painter(tenancy, now) for painter in PAINTERS)
    return [panel for panel in painted if panel]
