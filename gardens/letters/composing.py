"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from gardens.letters import (
    kinds,
    of_care,
    of_fees,
    of_matches,
    of_plots,
    of_requests,
    of_seasons,
    of_sharing,
    of_tenancies,
)

COMPOSERS = {
    kinds.REQUEST_RECEIVED: of_requests.request_received,
    kinds.STILL: of_requests.still,
    kinds.LAPSED: of_requests.lapsed,
    kinds.OFFERED: of_requests.offered,
    kinds.OFFER_REMINDER: of_requests.offer_reminder,
    kinds.OFFER_EXPIRED: of_requests.offer_expired,
    kinds.OFFER_REVOKED: of_requests.offer_revoked,
    kinds.WELCOME: of_tenancies.welcome,
    kinds.FEE_PAID: of_fees.fee_paid,
    kinds.FEE_RETURNED: of_fees.fee_returned,
    kinds.FEE_WAIVED: of_fees.fee_waived,
    kinds.DEPOSIT_BACK: of_fees.deposit_back,
    kinds.STAY_ASKED: of_seasons.stay_asked,
    kinds.STAY_REMINDER: of_seasons.stay_reminder,
    kinds.STAYS: of_seasons.stays,
    kinds.LEAVES: of_seasons.leaves,
    kinds.TRIAL_CONFIRMED: of_seasons.trial_confirmed,
    kinds.ENDED: of_seasons.ended,
    kinds.CARE_STEP: of_care.care_step,
    **of_matches.COMPOSERS,
    **of_sharing.COMPOSERS,
    kinds.PLOT_CHANGED: of_plots.plot_changed,
}
