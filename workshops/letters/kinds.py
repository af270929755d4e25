"""The kinds of letters. The row a message speaks of is a booking's, an entry's, an offer's or a copy's."""

# Of a booking.
CONFIRMED = "workshops.confirmed"
CHANGED = "workshops.changed"
CANCELLED = "workshops.cancelled"
EXPIRED = "workshops.expired"
PAID_TOO_LATE = "workshops.paid-too-late"
MOVED = "workshops.moved"
CALLED_OFF = "workshops.called-off"
REMINDER = "workshops.reminder"
THANKS = "workshops.thanks"

# Of an entry of the waiting list.
WAITING = "workshops.waiting"
WAITING_MOVED = "workshops.waiting-moved"
OFFER_EXPIRED = "workshops.offer-expired"
OFFER_REVOKED = "workshops.offer-revoked"
LIST_CLOSED = "workshops.list-closed"

# Of an offer.
OFFERED = "workshops.offered"

# Of a copy of a circular.
CIRCULAR = "workshops.circular"
