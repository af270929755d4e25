"""Writing letters down, in the caller's transaction. The key of each makes it leave once."""

from datetime import date, datetime, timedelta

from commons.notices.actions import drop_messages, write_message
from gardens.letters import kinds
from gardens.models import PlotOffer, PlotRequest, Tenancy
from gardens.rules.still import REMINDED_AFTER

REMINDED_BEFORE_EXPIRY = timedelta(days=3)


def write_received(asked: PlotRequest, *, on: date) -> None:
    """Write the acknowledgement down. Asking again gets it again, on another day only."""
    _to_request(asked, kinds.REQUEST_RECEIVED, once=f"received:{on:%Y-%m-%d}")


def ask_still(asked: PlotRequest, *, now: datetime) -> None:
    """The yearly question, now and once more before its delay has passed."""
    year = f"{now:%Y}"
    _to_request(asked, kinds.STILL, once=f"still:{year}")
    _to_request(asked, kinds.STILL, once=f"still:{year}:again", due_at=now + REMINDED_AFTER)


def drop_still(asked: PlotRequest) -> None:
    """The question is answered."""
    drop_messages(kind=kinds.STILL, subject_id=asked.pk)


def tell_lapsed(asked: PlotRequest) -> None:
    _to_request(asked, kinds.LAPSED, once=f"lapsed:{asked.closed_at:%Y-%m-%d}")


def tell_offered(offer: PlotOffer) -> None:
    """Write that a plot is held, and until when; and once more before that, if there is time."""
    _to_offer(offer, kinds.OFFERED)
    again = offer.expires_at - REMINDED_BEFORE_EXPIRY
    if again - offer.offered_at >= timedelta(days=2):
        _to_offer(offer, kinds.OFFER_REMINDER, due_at=again)


def tell_expired(offer: PlotOffer) -> None:
    _to_offer(offer, kinds.OFFER_EXPIRED)


def tell_revoked(offer: PlotOffer) -> None:
    _to_offer(offer, kinds.OFFER_REVOKED)


def tell_welcome(tenancy: Tenancy) -> None:
    """Write that a plot is theirs, with the link of its page."""
    tell_household(tenancy, kinds.WELCOME)


def tell_household(
    tenancy: Tenancy, kind: str, *, once: str = "", due_at: datetime | None = None
) -> None:
    """Write to whom a plot is held by; ``once`` tells apart what may be said again.

    Who has no address is told by the committee.
    """
    if tenancy.email:
        write_message(
            key=":".join(["tenancy", str(tenancy.pk), _short(kind), *([once] if once else [])]),
            kind=kind,
            subject_id=tenancy.pk,
            to=tenancy.email,
            language=tenancy.language,
            due_at=due_at,
        )


def _to_request(
    asked: PlotRequest, kind: str, *, once: str, due_at: datetime | None = None
) -> None:
    write_message(
        key=f"plot-request:{asked.pk}:{once}",
        kind=kind,
        subject_id=asked.pk,
        to=asked.email,
        language=asked.language,
        due_at=due_at,
    )


def _to_offer(offer: PlotOffer, kind: str, *, due_at: datetime | None = None) -> None:
    write_message(
        key=f"plot-offer:{offer.pk}:{_short(kind)}",
        kind=kind,
        subject_id=offer.pk,
        to=offer.request.email,
        language=offer.request.language,
        due_at=due_at,
    )


def _short(kind: str) -> str:
    """ "gardens.offered" → "offered" """
    return kind.rpartition(".")[2]
