"""The agenda as a list: a few weeks, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import timezone

from commons.agenda import AgendaEntry
from content.agenda.choice import Choice, Option, read_choice, tabs
from content.agenda.gathering import day_of, gather, midnight

WEEKS_SHOWN = 6
FARTHEST = timedelta(weeks=104)


@dataclass(frozen=True, kw_only=True)
class Weeks:
    """A few weeks of the agenda, as the page shows them."""

    days: list[tuple[date, list[AgendaEntry]]]
    choice: Choice
    first: date
    following: date
    is_present: bool

    @property
    def tabs(self) -> list[Option]:
        return tabs(self.choice, depuis=self.since)

    @property
    def since(self) -> str:
        """The first day, when it is not today."""
        return "" if self.is_present else self.first.isoformat()

    @property
    def later(self) -> str:
        """Where the following weeks are."""
        return self.choice.query(depuis=self.following.isoformat())

    @property
    def back(self) -> str:
        """Where the present weeks are."""
        return self.choice.query()

    @property
    def as_month(self) -> str:
        """Where the same days are in a calendar."""
        return self.choice.query(mois=f"{self.first:%Y-%m}")


def read_weeks(address: Mapping[str, str], *, now: datetime) -> Weeks:
    """The weeks an address asks for; what it gets wrong (a trade, a date) is read as not said."""
    today = timezone.localdate(now)
    first = min(max(_day_in(address.get("depuis", "")) or today, today), today + FARTHEST)
    following = first + timedelta(weeks=WEEKS_SHOWN)
    choice = read_choice(address)
    start = now if first == today else midnight(first)
    found = gather(start=start, end=midnight(following), choice=choice)
    return Weeks(
        days=[(day, list(entries)) for day, entries in groupby(found, key=day_of)],
        choice=choice,
        first=first,
        following=following,
        is_present=first == today,
    )


def _day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
