"""What a panel of a household's page is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gardens.models import Tenancy
from gardens.queries.news import News


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A block of the page: its template is included with ``tenancy`` and ``context``'s names."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


# The panel of a tenancy with its news at an instant, or None when there is nothing to show.
Painter = Callable[[Tenancy, News, datetime], Panel | None]
