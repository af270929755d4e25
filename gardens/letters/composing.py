"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from gardens.letters import kinds, of_requests, of_surplus

COMPOSERS = {
    kinds.REQUEST_RECEIVED: of_requests.request_received,
    kinds.SURPLUS_ANNOUNCED: of_surplus.surplus_announced,
}
