"""What becomes of seats offered to those who wait: taken, declined, or left without an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from workshops import letters, seating, standing, transitions
from workshops.locks import lock_sessions
from workshops.models import Booking, Offer, WaitingEntry
from workshops.parties import Contact, SeatWish
from workshops.refusals import NotEnoughSeatsError, OfferGoneError

In = WaitingEntry.State


def accept_offer(
    *,
    token: str,
    party: Sequence[SeatWish],
    contact: Contact | None = None,
    now: datetime | None = None,
) -> Booking:
    """Turn an offer into a booking of all its seats, or of fewer; accepted twice, it is the same booking.

    ``contact`` adds what the list had not asked (guardian, needs, answers); by default it is the entry's.
    Raises OfferGoneError, NotEnoughSeatsError for more seats than were offered, GuardianMissingError,
    PriceNotOnListError, Offer.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        offer = _locked_offer(token)
        if offer.booking:
            return offer.booking
        if not offer.is_alive(at=now) or not standing.is_open(offer.session, at=now):
            raise OfferGoneError
        if not 1 <= len(party) <= offer.entry.seats:
            raise NotEnoughSeatsError(left=offer.entry.seats)
        booking = transitions.write(
            offer.session,
            contact=contact or contact_of(offer.entry),
            party=party,
            form_key=uuid4(),
            origin=Booking.Origin.WAITING_LIST,
            now=now,
        )
        offer.state, offer.booking = Offer.State.CLAIMED, booking
        offer.save(update_fields=["state", "booking"])
        _put(offer.entry, In.SEATED)
        transitions.settle([booking], now=now)
        seating.offer_freed_seats(offer.session, now=now)
    return booking


def decline_offer(*, token: str, now: datetime | None = None) -> Offer:
    """Say no: the seats go to the next. Whoever declines a twin keeps their turn in the first list.

    Leaves quietly if the offer is gone. Raises Offer.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        offer = _locked_offer(token)
        if offer.state == Offer.State.PENDING:
            _end(offer, Offer.State.DECLINED, leaves=In.LEFT)
            _offer_on(offer, now=now)
    return offer


def expire_offer(*, offer_id: int, now: datetime | None = None) -> None:
    """Nobody answered in time: say so, and offer the seats to the next. Leaves quietly if it is done."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        offer = _locked_offer(Offer.objects.values_list("token", flat=True).get(pk=offer_id))
        if offer.state != Offer.State.PENDING or now < offer.expires_at:
            return
        _end(offer, Offer.State.EXPIRED, leaves=In.LAPSED)
        letters.tell_waiting(offer.entry, letters.OFFER_EXPIRED, once=str(offer.pk))
        _offer_on(offer, now=now)


def contact_of(entry: WaitingEntry, **more: Any) -> Contact:
    """Whom to write to, as the list knows them; ``more`` is what it had not asked."""
    return Contact(
        name=entry.name,
        email=entry.email,
        phone=entry.phone,
        language=entry.language,
        person=entry.person,
        made_by=entry.made_by,
        **more,
    )


def _locked_offer(token: str) -> Offer:
    """An offer with its entry and its session, all locked: the sessions first, the older before."""
    known = Offer.objects.values_list("session", "session__twin_of", "entry__session")
    sessions = lock_sessions(pk for pk in known.get(token=token) if pk)
    offer = Offer.objects.select_related("booking").select_for_update(of=("self",)).get(token=token)
    offer.entry = WaitingEntry.objects.select_for_update().get(pk=offer.entry_id)
    offer.entry.session = sessions[offer.entry.session_id]
    offer.session = sessions[offer.session_id]
    return offer


def _end(offer: Offer, state: Offer.State, *, leaves: WaitingEntry.State) -> None:
    """Close an offer; in one's own list the turn goes with it, while a twin's leaves it as it was."""
    offer.state = state
    offer.save(update_fields=["state"])
    its_own = offer.session_id == offer.entry.session_id
    _put(offer.entry, leaves if its_own else In.WAITING)


def _offer_on(offer: Offer, *, now: datetime) -> None:
    """The seats go to the next; and who declined a twin may fit their first session by now."""
    seating.offer_freed_seats(offer.session, now=now)
    if offer.session_id != offer.entry.session_id:
        seating.offer_freed_seats(offer.entry.session, now=now)


def _put(entry: WaitingEntry, state: WaitingEntry.State) -> None:
    entry.state = state
    entry.save(update_fields=["state"])
