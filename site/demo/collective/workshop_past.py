"""Sessions of the past weeks as they went: who came, who did not, who walked in, and what was answered.

With more than five answers a workshop's impressions are published; with fewer nobody sees them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from demo.collective import people
from demo.collective.calendar import ROUNDS
from demo.collective.keys import key
from demo.collective.workshop_ways.facts import CHEESE, SEWING, WAYS
from demo.collective.workshops import OF_THE_GARDENER, named, session_on
from workshops.actions import admit_walk_in, answer, book_seats, thank, tick
from workshops.actions.feedback import new_ticket
from workshops.models import Booking, Seat, Session, Workshop
from workshops.parties import Contact, unnamed

BEHIND = timedelta(weeks=9)
DATES = 2  # the last ones of each
BOOKED_BEFORE = timedelta(days=6)
NEXT_NEIGHBOUR = 3  # who comes to one comes, in part, to the next: people meet again

TURNS = {turn.workshop: turn for turn in (*ROUNDS, *(way.turn for way in WAYS))}

# What one says of it: how much they take away out of 4, talked with somebody new, would come again.
Said = tuple[int, bool, bool]


@dataclass(frozen=True, kw_only=True)
class Held:
    """How the last sessions of a workshop went; ``absent`` counts seats, and answers are shared out."""

    slug: str
    parties: tuple[int, ...]
    absent: tuple[int, ...] = ()
    walk_ins: tuple[str, ...] = ()
    answers: tuple[Said, ...] = ()


HELD = (
    Held(
        slug="reparer-son-velo",
        parties=(1, 2, 1),
        walk_ins=("Odile, du lavoir",),
        answers=(
            (4, True, True), (3, True, True), (4, False, True), (4, True, True),
            (2, True, True), (4, True, True), (3, True, False), (4, True, True),
        ),
    ),
    Held(
        slug=CHEESE,
        parties=(2, 1, 2, 1),
        absent=(5,),
        answers=(
            (4, True, True), (4, True, True), (3, False, True), (4, True, True),
            (3, True, True), (4, True, True), (4, False, False),
        ),
    ),
    Held(
        slug=OF_THE_GARDENER,
        parties=(1, 2, 1, 1),
        absent=(3,),
        walk_ins=("Basile, du numéro 12",),
        answers=(
            (3, True, True), (4, True, True), (4, True, True),
            (2, False, True), (3, True, True), (4, True, True),
        ),
    ),
    Held(
        slug="semer-sous-abri",
        parties=(2, 1, 1, 2),
        absent=(4, 5),
        answers=((4, True, True), (3, True, True), (4, False, True)),
    ),
    Held(
        slug="mercredi-en-famille",
        parties=(3, 2, 4),
        absent=(4,),
        walk_ins=("Une voisine et son petit-fils",),
        answers=((4, True, True), (3, True, True), (4, True, True), (4, True, True)),
    ),
    Held(slug=SEWING, parties=(1, 1, 2), answers=((2, False, True), (4, True, True))),
    Held(slug="conseil-de-la-halle", parties=(2, 1, 1, 3, 1, 2, 1), absent=(6,)),
)  # fmt: skip


def lay(*, now: datetime) -> None:
    """Each session once: a door list that was kept is not kept again."""
    yesterday = timezone.localdate(now) - timedelta(days=1)
    for row, held in enumerate(HELD):
        workshop, turn = named(held.slug), TURNS[held.slug]
        days = list(turn.dates(after=yesterday - BEHIND, until=yesterday))[-DATES:]
        for rank, day in enumerate(days):
            session = session_on(day, turn=turn, workshop=workshop)
            if not session.is_cancelled and not _was_kept(session):
                _hold(session, held, first=row * NEXT_NEIGHBOUR + rank)
                _answer(session, held.answers[rank::DATES])
                if held.slug == OF_THE_GARDENER and rank == len(days) - 1:
                    thank(session_id=session.pk, now=now)


def _was_kept(session: Session) -> bool:
    ticked = Seat.objects.filter(booking__session=session).exclude(
        attendance=Seat.Attendance.UNKNOWN
    )
    return ticked.exists()


def _hold(session: Session, held: Held, *, first: int) -> None:
    """Whoever booked comes, or not; then those who did not say they would."""
    if not session.bookings.exists():
        _book(session, held.parties, first=first)
    seats = Seat.objects.kept().filter(booking__session=session).order_by("pk")
    for number, seat in enumerate(seats):
        absent = number in held.absent
        attendance = Seat.Attendance.ABSENT if absent else Seat.Attendance.CAME
        tick(session_id=session.pk, seat_id=seat.pk, attendance=attendance, now=session.starts_at)
    for name in held.walk_ins:
        admit_walk_in(
            session_id=session.pk,
            form_key=key("walk-in", session.pk, name),
            name=name,
            by=people.of(people.FACILITATOR),
            now=session.starts_at,
        )


def _book(session: Session, parties: tuple[int, ...], *, first: int) -> None:
    workshop = session.workshop
    booked_at = session.starts_at - BOOKED_BEFORE
    for rank, seats in enumerate(parties):
        contact = _who(workshop, rank, first=first)
        booking = book_seats(
            session_id=session.pk,
            form_key=key("booking", session.pk, rank),
            contact=contact,
            party=unnamed(seats, chosen_cents=_chosen(workshop)),
            now=booked_at,
        )
        # The address comes afterwards: no mail leaves today about a day gone by.
        email = contact.person.email if contact.person else people.Neighbour(contact.name).email
        Booking.objects.filter(pk=booking.pk).update(email=email, created_at=booked_at)


def _who(workshop: Workshop, rank: int, *, first: int) -> Contact:
    """The gardener first where she always comes; then neighbours. A volunteer takes what is paid for."""
    if rank == 0 and workshop == named(OF_THE_GARDENER):
        gardener = people.of(people.GARDENER)
        return Contact(name=gardener.get_full_name(), email="", person=gardener)
    neighbour = people.NEIGHBOURS[(first + rank) % len(people.NEIGHBOURS)]
    made_by = people.of(people.FRONT_DESK) if workshop.is_paid_online else None
    return Contact(name=neighbour.name, email="", made_by=made_by)


def _chosen(workshop: Workshop) -> int | None:
    return 800 if workshop.price_kind == Workshop.PriceKind.TIERS else None


def _answer(session: Session, answers: tuple[Said, ...]) -> None:
    for learned, met_someone, would_return in answers:
        answer(
            secret=new_ticket(session),
            learned=learned,
            met_someone=met_someone,
            would_return=would_return,
        )
