"""Writing letters down, in the caller's transaction. The key of each makes it leave once."""

from datetime import datetime

from commons.notices.actions import write_message
from workshops.letters.kinds import CIRCULAR, OFFERED
from workshops.models import Booking, CircularCopy, Offer, WaitingEntry


def tell(booking: Booking, kind: str, *, once: str = "", due_at: datetime | None = None) -> None:
    """Write to a booking's household; ``once`` tells apart what may be said again (a second move).

    Who has no address is told by the volunteer who acts for them.
    """
    if booking.email:
        write_message(
            key=_key("booking", booking.pk, kind, once),
            kind=kind,
            subject_id=booking.pk,
            to=booking.email,
            language=booking.language,
            due_at=due_at,
        )


def tell_waiting(entry: WaitingEntry, kind: str, *, once: str = "") -> None:
    """Write to somebody who waits."""
    if entry.email:
        write_message(
            key=_key("waiting", entry.pk, kind, once),
            kind=kind,
            subject_id=entry.pk,
            to=entry.email,
            language=entry.language,
        )


def tell_offered(offer: Offer) -> None:
    """Write that seats are held, and until when."""
    if offer.entry.email:
        write_message(
            key=_key("offer", offer.pk, OFFERED),
            kind=OFFERED,
            subject_id=offer.pk,
            to=offer.entry.email,
            language=offer.entry.language,
        )


def tell_copy(copy: CircularCopy) -> None:
    """Write one copy of a circular."""
    write_message(
        key=_key("circular", copy.pk, CIRCULAR),
        kind=CIRCULAR,
        subject_id=copy.pk,
        to=copy.booking.email,
        language=copy.booking.language,
    )


def _key(row: str, pk: int, kind: str, once: str = "") -> str:
    """ "booking:81:confirmed", "booking:81:moved:2" """
    parts = [row, str(pk), kind.rpartition(".")[2], *([once] if once else [])]
    return ":".join(parts)
