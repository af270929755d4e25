"""The waiting list: joining, leaving, coming back; and its order, with reasons."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.people.models import Person
from workshops import journal, letters, seating, standing
from workshops.locks import lock_session
from workshops.models import LogLine, Offer, Session, WaitingEntry
from workshops.parties import Contact
from workshops.refusals import (
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
        entry.state = In.LEFT
        entry.save(update_fields=["state"])
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
        if not standing.is_open(entry.session, at=now):
            raise SessionClosedError
        entry.ordinal = _last_turn(entry.session) + 1
        entry.joined_at = now
        entry.state = In.WAITING
        entry.save(update_fields=["ordinal", "joined_at", "state"])
        seating.offer_freed_seats(entry.session, now=now)
    return entry


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


def _check_may_wait(session: Session, *, seats: int, now: datetime) -> None:
    takes_bookings = session.workshop.takes_bookings and not session.is_booked_whole
    if not takes_bookings or not standing.is_open(session, at=now):
        raise SessionClosedError
    if seats > min(session.capacity, groups.MOST_SEATS_AT_ONCE):
        raise PartyTooLargeError
    if groups.fits(seats=seats, capacity=seating.free_for_newcomers(session, now=now), taken=0):
        raise StillRoomError


def _locked_entry(token: str) -> WaitingEntry:
    session_id = WaitingEntry.objects.values_list("session", flat=True).get(token=token)
    session = lock_session(session_id)
    entry = WaitingEntry.objects.select_for_update(of=("self",)).get(token=token)
    entry.session = session
    return entry


def _withdraw_offers(entry: WaitingEntry, state: Offer.State) -> list[Session]:
    """Close what is offered to an entry; the sessions whose seats come free."""
    pending = list(entry.offers.filter(state=Offer.State.PENDING))
    entry.offers.filter(pk__in=[offer.pk for offer in pending]).update(state=state)
    return [Session.objects.get(pk=offer.session_id) for offer in pending]


def _last_turn(session: Session) -> int:
    return session.waiting.aggregate(last=Max("ordinal"))["last"] or 0
