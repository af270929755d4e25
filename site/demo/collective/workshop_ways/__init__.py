"""Lays those workshops: rows and pages once, sessions as their day comes in sight, and cycles."""

from datetime import datetime

from django.utils import timezone

from commons.people.models import Person
from demo.collective import people, prose
from demo.collective.calendar import AHEAD
from demo.collective.keys import key
from demo.collective.pages import publish
from demo.collective.workshop_ways.facts import (
    CYCLES,
    TOPICS,
    TOPICS_OF_OTHERS,
    WAYS,
    Series,
    Way,
)
from demo.collective.workshops import named, session_on
from workshops.actions import book_seats
from workshops.models import (
    Booking,
    Cycle,
    PriceTier,
    Question,
    Session,
    Topic,
    Workshop,
    WorkshopIndexPage,
    WorkshopPage,
)
from workshops.parties import Contact, unnamed
from workshops.refusals import NotEnoughSeatsError, SessionClosedError


def lay(*, now: datetime) -> None:
    """Rows once, sessions as their day comes in sight; then the cycles."""
    topics = _topics()
    today = timezone.localdate(now)
    for way in WAYS:
        workshop = _workshop(way, topics)
        for day in way.turn.dates(after=today, until=today + AHEAD):
            session = session_on(day, turn=way.turn, workshop=workshop, online_url=way.online_url)
            _fill(session, way, now=now)
    for facts in CYCLES:
        _lay_cycle(facts, now=now)


def _topics() -> dict[str, Topic]:
    made = {
        word: Topic.objects.get_or_create(name_fr=french, defaults={"name_en": english})[0]
        for word, (french, english) in TOPICS.items()
    }
    for slug, word in TOPICS_OF_OTHERS.items():
        name = prose.read(f"workshops/{slug}", language="fr").title
        known = Workshop.objects.filter(name_fr=name).first()
        if known and not known.topics.exists():
            known.topics.add(made[word])
            known.save()
    return made


def _workshop(way: Way, topics: dict[str, Topic]) -> Workshop:
    words = f"workshops/{way.slug}"
    workshop, created = Workshop.objects.get_or_create(
        name_fr=prose.read(words, language="fr").title,
        defaults={"name_en": prose.read(words, language="en").title, **way.facts},
    )
    if created:
        workshop.topics.add(topics[way.topic])
        workshop.save()
        PriceTier.objects.bulk_create(
            PriceTier(workshop=workshop, name_fr=french, name_en=english, cents=cents)
            for french, english, cents in way.tiers
        )
        Question.objects.bulk_create(
            Question(workshop=workshop, text_fr=french, text_en=english, kind=kind)
            for french, english, kind in way.questions
        )
    index = WorkshopIndexPage.objects.get(locale__language_code="fr")
    publish(index, WorkshopPage, words=words, illustration=way.drawing, workshop=workshop)
    return workshop


def _fill(session: Session, way: Way, *, now: datetime) -> None:
    """A volunteer books for the neighbours, who paid on the spot: nothing waits for a card."""
    booked = set(Booking.objects.filter(session=session).values_list("form_key", flat=True))
    for rank, seats in enumerate(way.turn.parties_by(now=now, starts_at=session.starts_at)):
        form_key = key("booking", session.pk, rank)
        if form_key in booked:
            continue
        try:
            book_seats(
                session_id=session.pk,
                form_key=form_key,
                contact=_neighbour(session.pk * 5 + rank, made_by=people.of(people.FRONT_DESK)),
                party=unnamed(seats, chosen_cents=800 if way.tiers else None),
                now=now,
            )
        except (NotEnoughSeatsError, SessionClosedError):
            return  # visitors were quicker, or volunteers called it off


def _lay_cycle(facts: Series, *, now: datetime) -> None:
    """The coming dates of a workshop, bound together once."""
    workshop = named(facts.workshop)
    if workshop.cycles.exists():
        return
    coming = list(Session.objects.upcoming(at=now).filter(workshop=workshop))
    cycle = Cycle.objects.create(
        workshop=workshop, name_fr=facts.name_fr, name_en=facts.name_en, booked=facts.booked
    )
    dates = coming[facts.first : facts.first + facts.dates]
    Session.objects.filter(pk__in=[session.pk for session in dates]).update(cycle=cycle)


def _neighbour(rank: int, *, made_by: Person) -> Contact:
    neighbour = people.NEIGHBOURS[rank % len(people.NEIGHBOURS)]
    return Contact(name=neighbour.name, email=neighbour.email, made_by=made_by)
