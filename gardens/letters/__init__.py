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
from gardens.letters.writing_sharing import (
    tell_agreed,
    tell_change,
    tell_change_answered,
    tell_first_yes,
    tell_lasting,
    tell_match,
    tell_match_over,
    tell_parted,
    tell_whole_plot,
)

__all__ = [
    "DEPOSIT_BACK",
    "FEE_PAID",
    "FEE_RETURNED",
    "FEE_WAIVED",
    "ask_still",
    "drop_still",
    "tell_agreed",
    "tell_change",
    "tell_change_answered",
    "tell_enrolment",
    "tell_expired",
    "tell_first_yes",
    "tell_household",
    "tell_lapsed",
    "tell_lasting",
    "tell_match",
    "tell_match_over",
    "tell_offered",
    "tell_parted",
    "tell_revoked",
    "tell_welcome",
    "tell_whole_plot",
    "write_received",
]
