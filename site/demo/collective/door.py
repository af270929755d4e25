"""A session that begins soon, whatever the hour: its door is open to whoever leads it or keeps the desk."""

from datetime import datetime, timedelta

from django.utils import timezone

from demo.collective import people, places
from demo.collective.keys import key
from demo.collective.workshops import named
from workshops.actions import book_seats
from workshops.models import Booking, Session, Workshop
from workshops.parties import Contact, SeatWish
from workshops.refusals import NotEnoughSeatsError, SessionClosedError

LED = "semer-sous-abri"
SOON, LASTS = timedelta(minutes=30), timedelta(hours=2)
SEATS = 10

# Who comes, with whom, and what helps to welcome them.
PARTIES: tuple[tuple[str, tuple[SeatWish, ...], str], ...] = (
    ("Fatou Ndiaye", (SeatWish(), SeatWish(name="Awa Ndiaye", under_18=True)), ""),
    ("Georges Lenoir", (SeatWish(),), "Entend mal à gauche : une place devant, à droite."),
    ("Olena Kovalenko", (SeatWish(), SeatWish(name="Taras Kovalenko")), "Parle surtout ukrainien."),
    ("Malik Traoré", (SeatWish(),), "Vient en fauteuil."),
    ("Camille Aubert", (SeatWish(),), ""),
)


def lay(*, now: datetime) -> None:
    """Her workshops once; a session each day the demo is loaded."""
    workshop = named(LED)
    workshop.facilitators.add(people.of(people.FACILITATOR))
    _fill(_today(workshop, now=now), now=now)


def _today(workshop: Workshop, *, now: datetime) -> Session:
    starts_at = (now + SOON).replace(minute=(now + SOON).minute // 5 * 5, second=0, microsecond=0)
    session, _made = Session.objects.get_or_create(
        workshop=workshop,
        starts_at__date=timezone.localdate(starts_at),
        defaults={
            "place": places.named(places.HALL),
            "starts_at": starts_at,
            "ends_at": starts_at + LASTS,
            "capacity": SEATS,
        },
    )
    return session


def _fill(session: Session, *, now: datetime) -> None:
    booked = set(Booking.objects.filter(session=session).values_list("form_key", flat=True))
    for rank, (name, party, needs) in enumerate(PARTIES):
        form_key = key("door", session.pk, rank)
        if form_key in booked:
            continue
        try:
            book_seats(
                session_id=session.pk,
                form_key=form_key,
                contact=Contact(
                    name=name,
                    email=people.Neighbour(name).email,
                    guardian=name if any(wish.under_18 for wish in party) else "",
                    access_needs=needs,
                ),
                party=party,
                now=now,
            )
        except (NotEnoughSeatsError, SessionClosedError):
            return  # it has begun since, or visitors were quicker
