"""What is on, in every trade, in the order of the clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.agenda import AgendaEntry
from commons.places.models import Place
from market import agenda as market_agenda
from workshops import agenda as workshops_agenda

# Words of the address, and the trades they name.
TRADE_WORDS = {"marche": "market", "ateliers": "workshops"}

# Each trade's ``entries(start=, end=)``; a trade without dated things is not in the list.
SOURCES = (market_agenda.entries, workshops_agenda.entries)

WEEKS_SHOWN = 6
FARTHEST = timedelta(weeks=104)
FEED_REACH = timedelta(weeks=26)
FEED_MEMORY = timedelta(weeks=4)  # a calendar keeps showing what has just been


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """A few weeks of the agenda, as the page shows them."""

    days: list[tuple[date, list[AgendaEntry]]]
    word: str
    first: date
    following: date
    is_present: bool

    @property
    def tabs(self) -> list[dict[str, object]]:
        """The filters, as the tabs component wants them."""
        labels = {
            "": _("Tout"),
            "marche": _("Le marché"),
            "ateliers": _("Les ateliers"),
        }
        return [
            {"label": label, "url": self._address(word), "current": word == self.word}
            for word, label in labels.items()
        ]

    @property
    def later(self) -> str:
        """Where the following weeks are."""
        return _query(quoi=self.word, depuis=self.following.isoformat())

    @property
    def feed_url(self) -> str:
        return reverse("content:agenda_file") + (_query(quoi=self.word) if self.word else "")

    def _address(self, word: str) -> str:
        return _query(quoi=word, depuis="" if self.is_present else self.first.isoformat())


def read(address: Mapping[str, str], *, now: datetime) -> Agenda:
    """The weeks an address asks for; what it gets wrong (a trade, a date) is read as not said."""
    today = timezone.localdate(now)
    first = min(max(_day_of(address.get("depuis", "")) or today, today), today + FARTHEST)
    following = first + timedelta(weeks=WEEKS_SHOWN)
    word = address.get("quoi", "")
    word = word if word in TRADE_WORDS else ""
    start = now if first == today else _midnight(first)
    found = gather(start=start, end=_midnight(following), trade=TRADE_WORDS.get(word, ""))
    return Agenda(
        days=[(day, list(entries)) for day, entries in groupby(found, key=_day)],
        word=word,
        first=first,
        following=following,
        is_present=first == today,
    )


def gather(*, start: datetime, end: datetime, trade: str = "") -> list[AgendaEntry]:
    """What starts between two moments, in one trade or in all."""
    entries = [entry for source in SOURCES for entry in source(start=start, end=end)]
    kept = [entry for entry in entries if trade in ("", entry.trade)]
    return sorted(kept, key=lambda entry: (entry.starts_at, entry.uid))


def coming_at(place: Place, *, now: datetime, limit: int = 6) -> list[AgendaEntry]:
    """What is on next in a place."""
    found = gather(start=now, end=now + FEED_REACH)
    return [entry for entry in found if entry.place == place.one_line][:limit]


def for_calendars(*, now: datetime, word: str = "") -> list[AgendaEntry]:
    """What the calendar feed carries: half a year ahead, and the month just past."""
    return gather(start=now - FEED_MEMORY, end=now + FEED_REACH, trade=TRADE_WORDS.get(word, ""))


def _query(**parts: str) -> str:
    return "?" + urlencode({name: value for name, value in parts.items() if value})


def _day(entry: AgendaEntry) -> date:
    return timezone.localdate(entry.starts_at)


def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
