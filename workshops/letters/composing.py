"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from workshops.letters import kinds, of_bookings, of_waiting

COMPOSERS = {
    kinds.CONFIRMED: of_bookings.confirmed,
    kinds.CHANGED: of_bookings.changed,
    kinds.CANCELLED: of_bookings.cancelled,
    kinds.EXPIRED: of_bookings.expired,
    kinds.PAID_TOO_LATE: of_bookings.paid_too_late,
    kinds.MOVED: of_bookings.moved,
    kinds.CALLED_OFF: of_bookings.called_off,
    kinds.REMINDER: of_bookings.reminder,
    kinds.THANKS: of_bookings.thanks,
    kinds.CIRCULAR: of_bookings.circular,
    kinds.WAITING: of_waiting.waiting,
    kinds.WAITING_MOVED: of_waiting.waiting_moved,
    kinds.OFFERED: of_waiting.offered,
    kinds.OFFER_EXPIRED: of_waiting.offer_expired,
    kinds.OFFER_REVOKED: of_waiting.offer_revoked,
    kinds.LIST_CLOSED: of_waiting.list_closed,
}
