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
