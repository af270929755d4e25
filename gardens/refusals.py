"""Why a verb of gardens says no. Each carries what its sentence needs."""


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
