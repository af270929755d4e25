"""How many seats of a locked session are free, and whom they go to."""

from datetime import datetime

from django.db.models import Q

from workshops import letters
from workshops.models import Offer, Session, WaitingEntry
from workshops.rules import waiting
from workshops.rules.waiting import Party


def free_seats(session: Session, *, now: datetime) -> int:
    """Seats that nobody holds; counted under the session's lock when something depends on it."""
    return max(0, session.capacity - session.count_seats_taken(at=now))


def free_for_newcomers(session: Session, *, now: datetime, free: int | None = None) -> int:
    """Seats for someone who did not wait: none while they would fit someone who does and can be offered them.

    ``free`` spares a count to a screen that has read it already.
    """
    free = free_seats(session, now=now) if free is None else free
    if waiting.offer_lasts(starts_at=session.starts_at, now=now) is None:
        return free
    return waiting.free_for_newcomers(_parties(session), free=free) if free else 0


def offer_freed_seats(session: Session, *, now: datetime) -> list[Offer]:
    """Offer what is free to those who wait, in their order, until there is no room or no time."""
    lasts = waiting.offer_lasts(starts_at=session.starts_at, now=now)
    if lasts is None or session.is_cancelled or not (free := free_seats(session, now=now)):
        return []
    chosen = waiting.next_to_offer(_parties(session), free=free)
    return [_offer(party, session, now=now, until=now + lasts) for party in chosen]


def _offer(party: Party, session: Session, *, now: datetime, until: datetime) -> Offer:
    entry = WaitingEntry.objects.get(pk=party.entry_id)
    entry.state = WaitingEntry.State.OFFERED
    entry.save(update_fields=["state"])
    offer = Offer.objects.create(entry=entry, session=session, made_at=now, expires_at=until)
    letters.tell_offered(offer)
    return offer


def _parties(session: Session) -> list[Party]:
    """Who waits for seats here, in turn: the list of the session it doubles, then its own.

    Someone who declined this twin, or let its offer pass, is not asked about it again.
    """
    lists = [pk for pk in (session.twin_of_id, session.pk) if pk]
    rows = (
        WaitingEntry.objects.filter(session__in=lists, state=WaitingEntry.State.WAITING)
        .exclude(~Q(session=session) & Q(offers__session=session))
        .order_by("session", "ordinal")
    )
    return [Party(entry_id=pk, seats=seats) for pk, seats in rows.values_list("pk", "seats")]
