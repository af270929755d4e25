"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from gardens.letters import kinds, of_fees, of_requests

COMPOSERS = {
    kinds.REQUEST_RECEIVED: of_requests.request_received,
    kinds.FEE_PAID: of_fees.fee_paid,
    kinds.FEE_RETURNED: of_fees.fee_returned,
    kinds.FEE_WAIVED: of_fees.fee_waived,
    kinds.DEPOSIT_BACK: of_fees.deposit_back,
}
