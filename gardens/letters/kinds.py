"""The kinds of letters, by the row that a message speaks of."""

# Of a request.
REQUEST_RECEIVED = "gardens.request_received"

# Of a duty: a household's place in a turn.
TURN_PROPOSED = "gardens.turn-proposed"
TURN_REMINDER = "gardens.turn-reminder"
TURN_CALLED_OFF = "gardens.turn-called-off"
TURN_BACK_ON = "gardens.turn-back-on"
TURN_REPLACEMENT = "gardens.turn-replacement"  # to each gardener who could take it
TURN_REPLACED = "gardens.turn-replaced"
TURN_SWAPPED = "gardens.turn-swapped"

# Of a swap.
SWAP_ASKED = "gardens.swap-asked"
SWAP_DECLINED = "gardens.swap-declined"

# Of a loan.
THING_ASKED = "gardens.thing-asked"
THING_ANSWERED = "gardens.thing-answered"
THING_CANCELLED = "gardens.thing-cancelled"
THING_BACK = "gardens.thing-back"

# Of a key's handover.
KEY_TAKEN = "gardens.key-taken"

# Of a notice, then of a household that wishes for a weekly digest of them.
NOTICE_MAILED = "gardens.notice-mailed"
NOTICE_REMOVED = "gardens.notice-removed"
NOTICE_DIGEST = "gardens.notice-digest"
