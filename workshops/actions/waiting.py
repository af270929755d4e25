"""The waiting list: joining, being offered, answering, leaving; and its order, with reasons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.people.models import Person
from workshops import journal, letters, seating, transitions
from workshops.locks import lock_session, lock_sessions
from workshops.models import Booking, LogLine, Offer, Session, WaitingEntry
from workshops.parties import Contact, SeatWish
from workshops.refusals import (
    NotEnoughSeatsError,
    OfferGoneError,
    PartyTooLargeError,
    ReasonMissingError,
    SessionClosedError,
    StillRoomError,
)
from workshops.rules import groups

In = WaitingEntry.State


def join_waiting_list(
    *, session_id: int, form_key: UUID, contact: Contact, seats: int, now: datetime | None = None
) -> WaitingEntry:
    """Take a turn in the list for a whole party. The same ``form_key`` gives the same turn again.

    Raises SessionClosedError, StillRoomError, PartyTooLargeError, Session.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = lock_session(session_id)
        if already := session.waiting.filter(form_key=form_key).first():
            return already
        _check_may_wait(session, seats=seats, now=now)
        entry = WaitingEntry.objects.create(
            session=session,
            form_key=form_key,
            ordinal=_last_turn(session) + 1,
            seats=seats,
            name=contact.name,
            email=contact.email,
            phone=contact.phone,
            language=contact.language,
            person=contact.person,
            made_by=contact.made_by,
            joined_at=now,
        )
        letters.tell_waiting(entry, letters.WAITING)
    return entry


def leave_waiting_list(*, token: str, now: datetime | None = None) -> WaitingEntry:
    """Leave the list, and what was offered with it; leaves quietly if that is done."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        entry = _locked_entry(token)
        if entry.state not in WaitingEntry.IN_LIST:
            return entry
        held = _withdraw_offers(entry, Offer.State.DECLINED)
        _put(entry, In.LEFT)
        for session in held:
            seating.offer_freed_seats(session, now=now)
    return entry


def wait_again(*, token: str, now: datetime | None = None) -> WaitingEntry:
    """Back in the list, at its end: for who left, or let an offer pass. Raises SessionClosedError."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        entry = _locked_entry(token)
        if entry.state not in (In.LEFT, In.LAPSED):
            return entry
        if not _is_open(entry.session, now=now):
            raise SessionClosedError
        entry.ordinal = _last_turn(entry.session) + 1
        entry.joined_at = now
        entry.save(update_fields=["ordinal", "joined_at"])
        _put(entry, In.WAITING)
        seating.offer_freed_seats(entry.session, now=now)
    return entry


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
        if not offer.is_alive(at=now) or not _is_open(offer.session, now=now):
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


def change_turn(
    *, entry_id: int, turn: int, reason: str, by: Person | None, now: datetime | None = None
) -> None:
    """Give an entry another turn among those who wait (1 is next), with a reason that everybody can read.

    Raises ReasonMissingError, WaitingEntry.DoesNotExist.
    """
    if not reason.strip():
        raise ReasonMissingError
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session_id = WaitingEntry.objects.values_list("session", flat=True).get(pk=entry_id)
        session = lock_session(session_id)
        entries = list(session.waiting.filter(state__in=WaitingEntry.IN_LIST).order_by("ordinal"))
        moved = next((entry for entry in entries if entry.pk == entry_id), None)
        if moved is None:
            return
        was = entries.index(moved) + 1
        turns = [entry.ordinal for entry in entries]
        entries.remove(moved)
        entries.insert(max(0, turn - 1), moved)
        for entry, ordinal in zip(entries, turns, strict=True):
            entry.ordinal = ordinal
        WaitingEntry.objects.bulk_update(entries, ["ordinal"])
        journal.note(
            session,
            LogLine.Kind.RANK,
            by=by,
            now=now,
            # Everybody who waits reads it: no name.
            words=_("Rang %(was)d → %(turn)d. %(reason)s")
            % {"was": was, "turn": entries.index(moved) + 1, "reason": reason},
        )
        seating.offer_freed_seats(session, now=now)


def close_list(*, session_id: int, now: datetime | None = None) -> int:
    """The session has started, and its twins too: nobody waits any more. Returns how many did."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = lock_session(session_id)
        family = Session.objects.filter(pk=session_id) | session.twins.all()
        if family.upcoming(at=now).exists():
            return 0
        waiting = session.waiting.filter(state__in=WaitingEntry.IN_LIST)
        Offer.objects.filter(entry__in=waiting, state=Offer.State.PENDING).update(
            state=Offer.State.EXPIRED
        )
        return waiting.update(state=In.CLOSED)


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


def _check_may_wait(session: Session, *, seats: int, now: datetime) -> None:
    takes_bookings = session.workshop.takes_bookings and not session.is_booked_whole
    if not takes_bookings or not _is_open(session, now=now):
        raise SessionClosedError
    if seats > min(session.capacity, groups.MOST_SEATS_AT_ONCE):
        raise PartyTooLargeError
    if groups.fits(seats=seats, capacity=seating.free_for_newcomers(session, now=now), taken=0):
        raise StillRoomError


def _is_open(session: Session, *, now: datetime) -> bool:
    return groups.is_open(cancelled=session.is_cancelled, starts_at=session.starts_at, at=now)


def _locked_entry(token: str) -> WaitingEntry:
    session_id = WaitingEntry.objects.values_list("session", flat=True).get(token=token)
    session = lock_session(session_id)
    entry = WaitingEntry.objects.select_for_update(of=("self",)).get(token=token)
    entry.session = session
    return entry


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


def _withdraw_offers(entry: WaitingEntry, state: Offer.State) -> list[Session]:
    """Close what is offered to an entry; the sessions whose seats come free."""
    pending = list(entry.offers.filter(state=Offer.State.PENDING))
    entry.offers.filter(pk__in=[offer.pk for offer in pending]).update(state=state)
    return [Session.objects.get(pk=offer.session_id) for offer in pending]


def _put(entry: WaitingEntry, state: WaitingEntry.State) -> None:
    entry.state = state
    entry.save(update_fields=["state"])


def _last_turn(session: Session) -> int:
    return session.waiting.aggregate(last=Max("ordinal"))["last"] or 0
