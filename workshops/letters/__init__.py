"""What workshops write to people: written down by the verbs, composed when the mail leaves."""

from workshops.letters.kinds import (
    CALLED_OFF,
    CANCELLED,
    CHANGED,
    CIRCULAR,
    CONFIRMED,
    EXPIRED,
    LIST_CLOSED,
    MOVED,
    OFFER_EXPIRED,
    OFFER_REVOKED,
    OFFERED,
    PAID_TOO_LATE,
    REMINDER,
    THANKS,
    WAITING,
    WAITING_MOVED,
)
from workshops.letters.writing import tell, tell_copy, tell_offered, tell_waiting

__all__ = [
    "CALLED_OFF",
    "CANCELLED",
    "CHANGED",
    "CIRCULAR",
    "CONFIRMED",
    "EXPIRED",
    "LIST_CLOSED",
    "MOVED",
    "OFFERED",
    "OFFER_EXPIRED",
    "OFFER_REVOKED",
    "PAID_TOO_LATE",
    "REMINDER",
    "THANKS",
    "WAITING",
    "WAITING_MOVED",
    "tell",
    "tell_copy",
    "tell_offered",
    "tell_waiting",
]
