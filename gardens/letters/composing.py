"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from gardens.letters import kinds, of_board, of_requests, of_things, of_turns

COMPOSERS = {
    kinds.REQUEST_RECEIVED: of_requests.request_received,
    kinds.TURN_PROPOSED: of_turns.proposed,
    kinds.TURN_REMINDER: of_turns.reminder,
    kinds.TURN_CALLED_OFF: of_turns.called_off,
    kinds.TURN_BACK_ON: of_turns.back_on,
    kinds.TURN_REPLACEMENT: of_turns.replacement,
    kinds.TURN_REPLACED: of_turns.replaced,
    kinds.TURN_SWAPPED: of_turns.swapped,
    kinds.SWAP_ASKED: of_turns.swap_asked,
    kinds.SWAP_DECLINED: of_turns.swap_declined,
    kinds.THING_ASKED: of_things.asked,
    kinds.THING_ANSWERED: of_things.answered,
    kinds.THING_CANCELLED: of_things.cancelled,
    kinds.THING_BACK: of_things.back,
    kinds.KEY_TAKEN: of_things.key_taken,
    kinds.NOTICE_MAILED: of_board.mailed,
    kinds.NOTICE_REMOVED: of_board.removed,
    kinds.NOTICE_DIGEST: of_board.digest,
}
