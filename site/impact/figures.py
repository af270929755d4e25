"""What a figure of the page of effects is. Figures count things and households, never a person by name."""

from dataclasses import dataclass

Counts = dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure as the page shows it."""

    number: str
    sentence: str
    method: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """The figures of one trade."""

    trade: str
    title: str
    figures: list[Figure]
