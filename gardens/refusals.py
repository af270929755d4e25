"""Why a verb of gardens says no. Each carries what its sentence needs."""


class NotWaitingError(Exception):
    """The request was withdrawn or satisfied meanwhile."""


class PlotFullError(Exception):
    """No part of the plot is free from that day on."""


class PlotEndedError(Exception):
    """The household does not hold the plot any more: its log is closed."""


class LineClosedError(Exception):
    """The line was written too long ago to be changed."""
