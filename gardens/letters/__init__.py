"""What gardens write to people: written down by the verbs, composed when the mail leaves."""

from gardens.letters.kinds import DEPOSIT_BACK, FEE_PAID, FEE_RETURNED, FEE_WAIVED
from gardens.letters.writing import (
    ask_still,
    drop_still,
    tell_expired,
    tell_household,
    tell_lapsed,
    tell_offered,
    tell_revoked,
    tell_welcome,
    write_received,
)
from gardens.letters.writing_seasons import tell_enrolment

__all__ = [
    "DEPOSIT_BACK",
    "FEE_PAID",
    "FEE_RETURNED",
    "FEE_WAIVED",
    "ask_still",
    "drop_still",
    "tell_enrolment",
    "tell_expired",
    "tell_household",
    "tell_lapsed",
    "tell_offered",
    "tell_revoked",
    "tell_welcome",
    "write_received",
]
