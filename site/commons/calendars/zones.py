"""The time zone of a calendar file, told by its yearly rules.

A list of the moments when the clocks change would do too [RFC 5545 3.6.5], but some calendars skip such a
list and show a winter's session in summer time. All of them read rules.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOURS_OF_A_YEAR = 366 * 24


def zone_component(tzid: str, *, since: int) -> Timezone:
    """A VTIMEZONE that holds from the year ``since`` on, by the law of the year before."""
    zone = ZoneInfo(tzid)
    component = Timezone()
    component.add("tzid", tzid)
    changes = _changes(zone, since - 1)
    for moment in changes:
        component.add_component(_observance(zone, moment, yearly=True))
    if not changes:
        always = datetime(since - 1, 1, 1, tzinfo=UTC)
        component.add_component(_observance(zone, always, yearly=False))
    return component


@cache
def _changes(zone: ZoneInfo, year: int) -> list[datetime]:
    """When the clocks of a zone change in a year: on a whole hour, wherever they do."""
    first = datetime(year, 1, 1, tzinfo=UTC)
    hours = [(first + timedelta(hours=n)).astimezone(zone) for n in range(HOURS_OF_A_YEAR)]
    return [after for before, after in pairwise(hours) if before.utcoffset() != after.utcoffset()]


def _observance(
    zone: ZoneInfo, moment: datetime, *, yearly: bool
) -> TimezoneStandard | TimezoneDaylight:
    """What the clocks show from a moment on, and each year from the same Sunday of the same month."""
    before = (moment.astimezone(UTC) - timedelta(hours=1)).astimezone(zone)
    after = moment.astimezone(zone)
    observance = TimezoneDaylight() if after.dst() else TimezoneStandard()
    observance.add("tzname", after.tzname())
    observance.add("tzoffsetfrom", before.utcoffset())
    observance.add("tzoffsetto", after.utcoffset())
    # The hour that the clocks would have shown, had they not changed.
    onset = before.replace(tzinfo=None) + timedelta(hours=1)
    observance.add("dtstart", onset)
    if yearly:
        day = f"{_ordinal(onset)}{WEEKDAYS[onset.weekday()]}"
        observance.add("rrule", {"freq": "yearly", "bymonth": onset.month, "byday": day})
    return observance


def _ordinal(day: datetime) -> int:
    """Which one of its weekday in its month: 1 to 4, or -1 for the last, as laws say it."""
    if (day + timedelta(days=7)).month != day.month:
        return -1
    return (day.day - 1) // 7 + 1
