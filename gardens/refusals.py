"""Why a verb of gardens says no. Each carries what its sentence needs."""


class NotWaitingError(Exception):
    """The request was withdrawn or satisfied meanwhile."""


class PlotFullError(Exception):
    """No part of the plot is free from that day on."""


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
