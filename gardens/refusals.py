"""Why a verb of gardens says no. Each carries what its sentence needs."""

from collections.abc import Sequence
from typing import Any

from gardens.rules.drawing import Problem


class NotWaitingError(Exception):
    """The request was withdrawn or satisfied meanwhile."""


class PlotFullError(Exception):
    """No part of the plot is free from that day on."""


class PlanChangedError(Exception):
    """Somebody else changed the plan since it was opened; ``change`` is the latest that was written down."""

    def __init__(self, *, change: Any = None) -> None:
        super().__init__("the plan has another version")
        self.change = change


class PlanRefusedError(Exception):
    """The plan as drawn cannot be kept; ``problems`` says why, one for each thing to mend."""

    def __init__(self, *, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class PlotHasPastError(Exception):
    """Households held these plots, or they come from others: they are retired, never deleted."""

    def __init__(self, *, numbers: Sequence[int]) -> None:
        super().__init__(f"plots {numbers}")
        self.numbers = numbers


class PlotHeldError(Exception):
    """A household holds the plot, that day or later."""


class PlotRetiredError(Exception):
    """The plot was divided, joined or given up meanwhile."""


class ChangeDateError(Exception):
    """What is done to plots is written down on its day or later, never ahead."""


class NotCuttableError(Exception):
    """The line does not cut the plot in two pieces worth sowing."""


class NotJoinableError(Exception):
    """Another plot stands between those to be joined, or only one is given."""


class NumberTakenError(Exception):
    """Another plot of the garden has this number."""

    def __init__(self, *, number: int) -> None:
        super().__init__(f"number {number}")
        self.number = number


class NoPartLeftError(Exception):
    """More households than the new plot has parts; ``number`` says which."""

    def __init__(self, *, number: int) -> None:
        super().__init__(f"plot {number}")
        self.number = number


class ChoiceMissingError(Exception):
    """Each household that holds the plot keeps one of the halves: one of them has no choice yet."""
