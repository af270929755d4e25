"""Those who wait for a full session: offered a twin, offered a seat given back, moved up with a reason."""

from datetime import datetime, timedelta

from demo.collective import people
from demo.collective.keys import key
from demo.collective.workshop_ways.facts import CHEESE
from demo.collective.workshops import named
from workshops.actions import cancel_booking, change_turn, join_waiting_list, open_twin
from workshops.models import Booking, Session, WaitingEntry
from workshops.parties import Contact
from workshops.refusals import SessionClosedError, StillRoomError

PARTIES = (1, 2, 1, 1)
TWIN_AFTER = timedelta(days=8)

BREAD = "pain-au-levain"
GIVES_BACK = 1  # the household of one, in the round of the bread
MOVED_UP = "Nous avions annulé sa séance précédente : son tour revient en tête."


def lay(*, now: datetime) -> None:
    """Once for each session; what people answered since is theirs."""
    _lay_cheese(now=now)
    _lay_bread(now=now)


def _lay_cheese(*, now: datetime) -> None:
    """Both mornings are waited for; the second has a twin, whose seats are offered to its list."""
    mornings = list(
        Session.objects.upcoming(at=now).filter(workshop=named(CHEESE), twin_of=None)[:2]
    )
    for rank, session in enumerate(mornings):
        fresh = _wait(session, PARTIES, first=session.pk * 5 + 10, now=now)
        if fresh and rank == 0:
            _move_up(fresh[-1], now=now)
    second = mornings[-1] if len(mornings) > 1 else None
    if second and not second.twins.exists():
        starts_at = second.starts_at + TWIN_AFTER
        ends_at = second.ends_at + TWIN_AFTER
        open_twin(session_id=second.pk, starts_at=starts_at, ends_at=ends_at, by=None, now=now)


def _lay_bread(*, now: datetime) -> None:
    """One seat comes back: too small for the two who wait first, it is offered to the gardener."""
    session = Session.objects.upcoming(at=now).filter(workshop=named(BREAD)).first()
    if session is None or not _wait(session, (2,), first=session.pk * 7 + 9, now=now):
        return
    gardener = people.of(people.GARDENER)
    contact = Contact(name=gardener.get_full_name(), email=gardener.email, person=gardener)
    _join(session, rank=1, contact=contact, seats=1, now=now)
    form_key = key("booking", session.pk, GIVES_BACK)
    if booking := Booking.objects.filter(session=session, form_key=form_key).first():
        cancel_booking(token=booking.token, now=now)


def _move_up(entry: WaitingEntry, *, now: datetime) -> None:
    by = people.of(people.COORDINATOR)
    change_turn(entry_id=entry.pk, turn=1, reason=MOVED_UP, by=by, now=now)


def _wait(
    session: Session, parties: tuple[int, ...], *, first: int, now: datetime
) -> list[WaitingEntry]:
    """Neighbours take their turns; none are fresh when a list was begun already, or there is room."""
    if session.waiting.exists():
        return []
    entries = []
    for rank, seats in enumerate(parties):
        neighbour = people.NEIGHBOURS[(first + rank) % len(people.NEIGHBOURS)]
        contact = Contact(name=neighbour.name, email=neighbour.email)
        entry = _join(session, rank=rank, contact=contact, seats=seats, now=now)
        if entry is None:
            break
        entries.append(entry)
    return entries


def _join(
    session: Session, *, rank: int, contact: Contact, seats: int, now: datetime
) -> WaitingEntry | None:
    try:
        return join_waiting_list(
            session_id=session.pk,
            form_key=key("waiting", session.pk, rank),
            contact=contact,
            seats=seats,
            now=now,
        )
    except (StillRoomError, SessionClosedError):
        return None  # somebody gave their seats back
