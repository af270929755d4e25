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
from gardens.letters.writing_seasons import (
    ask_to_stay,
    tell_ended,
    tell_enrolment,
    tell_leaves,
    tell_stays,
    tell_step,
    tell_trial_confirmed,
)

__all__ = [
    "DEPOSIT_BACK",
    "FEE_PAID",
    "FEE_RETURNED",
    "FEE_WAIVED",
    "ask_still",
    "ask_to_stay",
    "drop_still",
    "tell_ended",
    "tell_enrolment",
    "tell_expired",
    "tell_household",
    "tell_lapsed",
    "tell_leaves",
    "tell_offered",
    "tell_revoked",
    "tell_stays",
    "tell_step",
    "tell_trial_confirmed",
    "tell_welcome",
    "write_received",
]
