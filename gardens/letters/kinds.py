"""The kinds of letters, by the row that a message speaks of."""

# Of a request.
REQUEST_RECEIVED = "gardens.request_received"
STILL = "gardens.still"
LAPSED = "gardens.lapsed"

# Of an offer.
OFFERED = "gardens.offered"
OFFER_REMINDER = "gardens.offer-reminder"
OFFER_EXPIRED = "gardens.offer-expired"
OFFER_REVOKED = "gardens.offer-revoked"

# Of a tenancy.
WELCOME = "gardens.welcome"

# Of an enrolment.
FEE_PAID = "gardens.fee-paid"
FEE_RETURNED = "gardens.fee-returned"
FEE_WAIVED = "gardens.fee-waived"
DEPOSIT_BACK = "gardens.deposit-back"
STAY_ASKED = "gardens.stay-asked"
STAY_REMINDER = "gardens.stay-reminder"
STAYS = "gardens.stays"
LEAVES = "gardens.leaves"

# Of a tenancy whose trial, or whose time, is over.
TRIAL_CONFIRMED = "gardens.trial-confirmed"
ENDED = "gardens.ended"

# Of a step on the path of care.
CARE_STEP = "gardens.care-step"

# Of a match, to the household that gives the corner and to the one that joins.
MATCH_HOST = "gardens.match-host"
MATCH_GUEST = "gardens.match-guest"
FIRST_YES_HOST = "gardens.first-yes-host"
FIRST_YES_GUEST = "gardens.first-yes-guest"
MATCH_REMINDER_HOST = "gardens.match-reminder-host"
MATCH_REMINDER_GUEST = "gardens.match-reminder-guest"
MATCH_OVER_HOST = "gardens.match-over-host"
MATCH_OVER_GUEST = "gardens.match-over-guest"

# Of an agreement between two households, to each of them.
SHARING_HOST = "gardens.sharing-host"
SHARING_GUEST = "gardens.sharing-guest"
TRIAL_ENDS_HOST = "gardens.trial-ends-host"
TRIAL_ENDS_GUEST = "gardens.trial-ends-guest"
SHARING_LASTS_HOST = "gardens.sharing-lasts-host"
SHARING_LASTS_GUEST = "gardens.sharing-lasts-guest"
PARTNER_LEFT = "gardens.partner-left"
SHARING_LEFT = "gardens.sharing-left"
WHOLE_PLOT = "gardens.whole-plot"

# Of a change to an agreement.
CHANGE_PROPOSED = "gardens.change-proposed"
CHANGE_ANSWERED = "gardens.change-answered"

# Of a tenancy.
PLOT_CHANGED = "gardens.plot_changed"

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

# Of a surplus.
SURPLUS_ANNOUNCED = "gardens.surplus_announced"
