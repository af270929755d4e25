"""What gardens write to people: written down by the verbs, composed when the mail leaves."""

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

__all__ = [
    "ask_still",
    "drop_still",
    "tell_expired",
    "tell_household",
    "tell_lapsed",
    "tell_offered",
    "tell_revoked",
    "tell_welcome",
    "write_received",
]
