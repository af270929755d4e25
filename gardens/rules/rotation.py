"""What a bed remembers. The same family too soon tires the soil and feeds its diseases: advice, never a rule.

Three years is what gardeners advise for most families; sources are in ``commons/plants/data/README.md``.
"""

from collections.abc import Iterable
from typing import NamedTuple

YEARS_APART = 3


class Grown(NamedTuple):
    """What grew in a year, and where: ``bed`` is empty when nobody named it."""

    year: int
    family: str
    bed: str
    name: str


def came_too_soon(family: str, *, bed: str, year: int, past: Iterable[Grown]) -> Grown | None:
    """The last time the same family grew there less than YEARS_APART years before, or None.

    Beds that both have a name are compared by it; else the whole plot is one bed. The year itself does not
    count: one sows twice in a season.
    """
    close = [
        grown
        for grown in past
        if family
        and grown.family == family
        and year - YEARS_APART <= grown.year < year
        and _same_bed(bed, grown.bed)
    ]
    return max(close, key=lambda grown: grown.year, default=None)


def _same_bed(one: str, other: str) -> bool:
    one, other = one.strip().casefold(), other.strip().casefold()
    return one == other or not (one and other)
