"""The months of a sheet, moved by a garden's climate. Pure functions; sources in data/README.md.

A year has 24 half-months, numbered from 1: sheets tell whole months, and climates differ by less. From the
south to the north-east the work comes about a month later: half a month earlier than the sheets in the one,
half a month later in the other. Sheets speak of the middle and the west of France.
"""

from collections.abc import Collection, Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

HALVES_IN_A_YEAR = 24


class Climate(models.TextChoices):
    """Where a garden stands, from the earliest spring to the latest."""

    SOUTH = "south", _("Sud doux")
    OCEAN = "ocean", _("Ouest et centre")
    NORTH_EAST = "north-east", _("Nord-est")
    MOUNTAIN = "mountain", _("Montagne")


# How many half-months later than the sheets.
LATER = {Climate.SOUTH: -1, Climate.OCEAN: 0, Climate.NORTH_EAST: 1, Climate.MOUNTAIN: 2}
# The first and the last half-month without frost: 8 is the end of April, 10 the end of May.
FROST_FREE = {
    Climate.SOUTH: (8, 21),
    Climate.OCEAN: (9, 21),
    Climate.NORTH_EAST: (10, 19),
    Climate.MOUNTAIN: (11, 18),
}


def halves_of(months: Collection[int]) -> list[int]:
    """Months (1-12) as half-months, in the order of the sheet: [12, 1] → [23, 24, 1, 2]."""
    return [half for month in months for half in (2 * month - 1, 2 * month)]


def months_of(halves: Collection[int]) -> list[int]:
    """The months that these half-months touch, in their order, each once."""
    return list(dict.fromkeys((half + 1) // 2 for half in halves))


def half_of(*, month: int, day: int) -> int:
    """The half-month of a day; the second begins on the sixteenth."""
    return 2 * month if day > 15 else 2 * month - 1


def shift(halves: Sequence[int], *, by: int) -> list[int]:
    """Moved by so many half-months round the year, in the same order: 24 leave them as they were."""
    return [(half - 1 + by) % HALVES_IN_A_YEAR + 1 for half in halves]


def in_climate(months: Sequence[int], climate: str, *, frost_tender: bool = False) -> list[int]:
    """The half-months of a sheet's months in a climate.

    ``frost_tender`` is for what stands outside and dies of frost: once moved, half-months in which the climate
    freezes are left out, and when none remains the work waits for the first one that is safe.
    """
    later = LATER[Climate(climate)]
    moved = shift(halves_of(months), by=later)
    if not (frost_tender and moved and later):  # sheets know the frosts of their own climate
        return moved
    first, last = FROST_FREE[Climate(climate)]
    return [half for half in moved if first <= half <= last] or [first]


def may_freeze(half: int, climate: str) -> bool:
    """Whether a half-month has frosts, in most years, in a climate."""
    first, last = FROST_FREE[Climate(climate)]
    return not first <= half <= last
