"""Why a verb of gardens says no. Each carries what its sentence needs."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from gardens.rules.drawing import Problem


class NotWaitingError(Exception):
    """The request was withdrawn or satisfied meanwhile."""


class PlotFullError(Exception):
    """No part of the plot is free from that day on."""


class OfferGoneError(Exception):
    """The offer was answered, has expired, or was taken back."""


class OfferStandsError(Exception):
    """The household has an offer to answer already, or the part of the plot is offered to another."""


class ReasonMissingError(Exception):
    """Whoever decides otherwise than the rules propose says why."""


class HoldsEnoughError(Exception):
    """The household holds as many plots as the garden gives to one."""


class SignatureMissingError(Exception):
    """The charter waits for a name under it."""


class NothingDueError(Exception):
    """The household owes nothing, or no deposit of it is kept."""


class SeasonClosedError(Exception):
    """The season is over: it takes no answer any more."""


class SeasonsOverlapError(Exception):
    """Another season of the garden runs on some of these days."""


class CharterDraftError(Exception):
    """A season can't lean on a charter that is not in force by its first day."""


class PlaceGoneError(Exception):
    """The household had given its plot back, and it was offered or given to another since."""


class TooSoonError(Exception):
    """Not before that day."""

    def __init__(self, *, earliest: date) -> None:
        super().__init__(f"from {earliest}")
        self.earliest = earliest


class PromiseStandsError(Exception):
    """A confirmed household that answers keeps its plot: only the path of care may end that."""


class CaseOpenError(Exception):
    """The plot is already on the path of care."""


class NotNextStepError(Exception):
    """The path of care takes its steps one after the other; this is not the next, or all is over."""


class AnswerUnreadError(Exception):
    """The household answered: somebody reads it before the next step."""


class CornerTooLargeError(Exception):
    """A corner leaves something to the household that gives it; ``most_m2`` is what it holds."""

    def __init__(self, *, most_m2: float) -> None:
        super().__init__(f"less than {most_m2} m²")
        self.most_m2 = most_m2


class AlreadySharingError(Exception):
    """The household shares its part already, or proposes a corner of it."""


class CornerGoneError(Exception):
    """The corner was withdrawn, or is shared."""


class MatchStandsError(Exception):
    """The corner, or the household, has a match to answer already."""


class MatchGoneError(Exception):
    """The match was declined, has expired, or was taken back."""


class NobodySuitsError(Exception):
    """Nobody in line agrees to share a corner like this one."""


class NotSuitedError(Exception):
    """The corner cannot go to this household; ``obstacle`` says why."""

    def __init__(self, *, obstacle: str) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


class TenancyOverError(Exception):
    """The household no longer holds its part of the plot."""


class AgreementOverError(Exception):
    """The two households no longer share."""


class ChangeStandsError(Exception):
    """Other words wait already for a yes."""


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


class TurnFullError(Exception):
    """Every place of the turn is somebody's."""


class TurnOverError(Exception):
    """The turn has begun or is past."""


class TurnCalledOffError(Exception):
    """The turn is called off: there is nothing to do."""


class TwoAtOnceError(Exception):
    """The household has another turn at that hour."""


class NotTheirsError(Exception):
    """The household does not garden there on that day, or no longer holds what it speaks of."""


class AlreadyTakenError(Exception):
    """Somebody else was quicker."""


class NotYetError(Exception):
    """A turn is said to be done once it has begun, and within two weeks."""


class ThingGoneError(Exception):
    """The thing was withdrawn, or none of it is left."""


class ThingBusyError(Exception):
    """Somebody has booked it at those hours."""


class NoticeGoneError(Exception):
    """The notice hangs no more."""


class PlotEndedError(Exception):
    """The household does not hold the plot any more: its log is closed."""


class LineClosedError(Exception):
    """The line was written too long ago to be changed."""
