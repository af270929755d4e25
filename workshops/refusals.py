"""Why a verb of workshops says no. Each carries what its sentence needs."""

from datetime import datetime


class SessionClosedError(Exception):
    """The session has started, was cancelled, or takes no booking."""


class NotEnoughSeatsError(Exception):
    """Fewer seats are left than were asked for; ``left`` says how many, ``session_id`` of which session."""

    def __init__(self, *, left: int, session_id: int | None = None) -> None:
        super().__init__(f"{left} left")
        self.left = left
        self.session_id = session_id


class StillRoomError(Exception):
    """There is room for the whole party: no need to wait."""


class PartyTooLargeError(Exception):
    """The session could never seat the whole party."""


class OfferGoneError(Exception):
    """The offer was answered, has expired, or was taken back."""


class GuardianMissingError(Exception):
    """Somebody under 18 comes, and nobody answers for them."""


class CapacityBelowSeatsError(Exception):
    """Fewer places than seats already promised; ``taken`` says how many are."""

    def __init__(self, *, taken: int) -> None:
        super().__init__(f"{taken} taken")
        self.taken = taken


class TooManyPlacesError(Exception):
    """More than a session may take, by its kind or its place; ``limit`` says how many it may."""

    def __init__(self, *, limit: int) -> None:
        super().__init__(f"at most {limit}")
        self.limit = limit


class DateRefusedError(Exception):
    """The new date is past, ends before it starts, or is that of another session of the same workshop."""


class ReasonMissingError(Exception):
    """What changes a promise needs a reason that is kept."""


class DoorClosedError(Exception):
    """Attendance is taken from an hour before the session to the day after it."""

    def __init__(self, *, opens_at: datetime) -> None:
        super().__init__(f"from {opens_at}")
        self.opens_at = opens_at


class TicketUsedError(Exception):
    """This invitation to answer has served already, or never was."""
