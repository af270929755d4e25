"""What a household's page shows of its plot: each part of the garden's life adds its panel here, in order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gardens.models import Tenancy
from gardens.queries.plot_panel import growing_panel


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A block of the page: its template is included with ``tenancy`` and ``context``'s names."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


# The panel of a tenancy at an instant, or None when there is nothing to show.
Painter = Callable[[Tenancy, datetime], Panel | None]

PAINTERS: tuple[Painter, ...] = (growing_panel,)


def panels_of(tenancy: Tenancy, *, now: datetime) -> list[Panel]:
    """The panels of a household's page, those with nothing to show left out."""
    painted = (painter(tenancy, now) for painter in PAINTERS)
    return [panel for panel in painted if panel]
