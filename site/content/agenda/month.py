"""The agenda as a calendar: one month, whole weeks, Mondays first."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dates import WEEKDAYS

from commons.agenda import AgendaEntry
from content.agenda.choice import Choice, Option, read_choice, tabs
from content.agenda.gathering import day_of, gather, midnight

FARTHEST_MONTHS = 24  # before and after this one


@dataclass(frozen=True, kw_only=True)
class Day:
    """One square of the calendar."""

    date: date
    entries: list[AgendaEntry]
    is_today: bool
    is_outside: bool


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month of the agenda, as the page shows it."""

    first: date
    weeks: list[list[Day]]
    choice: Choice
    previous_month: date | None
    next_month: date | None
    is_present: bool

    @property
    def weekdays(self) -> list[str]:
        return [str(name) for name in WEEKDAYS.values()]

    @property
    def is_empty(self) -> bool:
        return not any(day.entries for week in self.weeks for day in week)

    @property
    def tabs(self) -> list[Option]:
        return tabs(self.choice, mois=self.word)

    @property
    def word(self) -> str:
        """How an address names it: "2026-03"."""
        return f"{self.first:%Y-%m}"

    @property
    def before(self) -> str:
        """Where the month before is; nowhere when it is too far."""
        return self._query(self.previous_month)

    @property
    def after(self) -> str:
        """Where the month after is; nowhere when it is too far."""
        return self._query(self.next_month)

    @property
    def as_list(self) -> str:
        """Where the same days are in a list."""
        return self.choice.query(depuis="" if self.is_present else self.first.isoformat())

    def _query(self, month: date | None) -> str:
        return self.choice.query(mois=f"{month:%Y-%m}") if month else ""


def read_month(address: Mapping[str, str], *, now: datetime) -> Month:
    """The month an address asks for, or the present one when it names none that can be shown."""
    today = timezone.localdate(now)
    present = today.replace(day=1)
    first = _month_in(address.get("mois", ""), present=present) or present
    choice = read_choice(address)
    return Month(
        first=first,
        weeks=_weeks(first, choice=choice, today=today),
        choice=choice,
        previous_month=_near((first - timedelta(days=1)).replace(day=1), present=present),
        next_month=_near(_following(first), present=present),
        is_present=first == present,
    )


def _weeks(first: date, *, choice: Choice, today: date) -> list[list[Day]]:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    entries = defaultdict(list)
    for entry in gather(start=midnight(first), end=midnight(_following(first)), choice=choice):
        entries[day_of(entry)].append(entry)
    return [
        [
            Day(
                date=day,
                entries=entries[day],
                is_today=day == today,
                is_outside=day.month != first.month,
            )
            for day in week
        ]
        for week in weeks
    ]


def _month_in(text: str, *, present: date) -> date | None:
    try:
        return _near(date.fromisoformat(f"{text}-01"), present=present)
    except ValueError:
        return None


def _near(month: date, *, present: date) -> date | None:
    distance = (month.year - present.year) * 12 + month.month - present.month
    return month if abs(distance) <= FARTHEST_MONTHS else None


def _following(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
