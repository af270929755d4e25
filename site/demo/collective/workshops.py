"""Ten workshops with their pages, their sessions of the coming six weeks, and who has booked."""

from datetime import date, datetime

from django.utils import timezone

from commons.people.models import Person
from demo.collective import people, places, prose
from demo.collective.calendar import AHEAD, ROUNDS, Round
from demo.collective.keys import key
from demo.collective.pages import publish
from demo.collective.workshop_facts import WORKSHOPS, Facts
from workshops.actions import book_seats
from workshops.models import Booking, Session, Workshop, WorkshopIndexPage, WorkshopPage
from workshops.parties import Contact, unnamed
from workshops.refusals import NotEnoughSeatsError, SessionClosedError

# The first party of this workshop is the gardener who signs in.
OF_THE_GARDENER = "le-compost-du-seau-au-sol"


def lay(*, now: datetime) -> None:
    """Workshops and pages once; sessions as their day comes in sight."""
    workshops = {facts.slug: _workshop(facts) for facts in WORKSHOPS}
    today = timezone.localdate(now)
    for turn in ROUNDS:
        for day in turn.dates(after=today, until=today + AHEAD):
            session = session_on(day, turn=turn, workshop=workshops[turn.workshop])
            _fill(session, turn, now=now)


def _workshop(facts: Facts) -> Workshop:
    words = f"workshops/{facts.slug}"
    workshop, _created = Workshop.objects.get_or_create(
        name_fr=prose.read(words, language="fr").title,
        defaults={
            "name_en": prose.read(words, language="en").title,
            "facilitator": facts.facilitator,
            "usual_capacity": facts.seats,
            "price_kind": "free-choice" if facts.suggested_cents else "free",
            "price_cents": facts.suggested_cents,
            "bring": facts.bring,
            "bring_en": facts.bring_en,
        },
    )
    index = WorkshopIndexPage.objects.get(locale__language_code="fr")
    publish(index, WorkshopPage, words=words, illustration=facts.drawing, workshop=workshop)
    return workshop


def named(slug: str) -> Workshop:
    """ "lire-son-sol" → its row, known by its French name."""
    return Workshop.objects.get(name_fr=prose.read(f"workshops/{slug}", language="fr").title)


def session_on(day: date, *, turn: Round, workshop: Workshop, online_url: str = "") -> Session:
    """The session of a round on a day; one that is there already keeps what was changed."""
    starts_at, ends_at = turn.span(day)
    session, _created = Session.objects.get_or_create(
        workshop=workshop,
        starts_at__date=day,
        defaults={
            "place": places.named(turn.place) if turn.place else None,
            "online_url": online_url,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "capacity": workshop.usual_capacity,
            "any_size": workshop.any_size,
        },
    )
    return session


def _fill(session: Session, turn: Round, *, now: datetime) -> None:
    """Neighbours book, each once: one who gave their seats back does not come again."""
    booked = set(Booking.objects.filter(session=session).values_list("form_key", flat=True))
    first = session.pk * 7  # other neighbours at each session
    for rank, seats in enumerate(turn.parties_by(now=now, starts_at=session.starts_at)):
        form_key = key("booking", session.pk, rank)
        if form_key in booked:
            continue
        person, name, email = _who(turn, rank, first=first)
        try:
            book_seats(
                session_id=session.pk,
                form_key=form_key,
                contact=Contact(name=name, email=email, person=person),
                party=unnamed(seats),
                now=now,
            )
        except (NotEnoughSeatsError, SessionClosedError):
            return  # visitors were quicker, or volunteers called it off


def _who(turn: Round, rank: int, *, first: int) -> tuple[Person | None, str, str]:
    if turn.workshop == OF_THE_GARDENER and rank == 0:
        gardener = people.of(people.GARDENER)
        return gardener, gardener.get_full_name(), gardener.email
    neighbour = people.NEIGHBOURS[(first + rank) % len(people.NEIGHBOURS)]
    return None, neighbour.name, neighbour.email
