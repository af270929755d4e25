"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from gardens.letters import kinds, of_matches, of_requests, of_sharing

COMPOSERS = {
    kinds.REQUEST_RECEIVED: of_requests.request_received,
    **of_matches.COMPOSERS,
    **of_sharing.COMPOSERS,
}
