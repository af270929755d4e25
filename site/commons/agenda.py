"""A dated thing, as every trade gives it to the agenda and to the calendar feeds."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class AgendaEntry:
    """One line of the agenda. ``uid`` is stable: a moved entry keeps it, so that calendars update it."""

    uid: str
    trade: str
    title: str
    starts_at: datetime
    ends_at: datetime
    url: str
    place: str = ""
    note: str = ""
