"""Workshops of every other kind: paid by card, by tiers, online, a council, a drop-in, a cycle, a full one."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from commons.people.models import Person
from demo.collective import people, places, prose
from demo.collective.calendar import (
    AHEAD,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Round,
)
from demo.collective.keys import key
from demo.collective.pages import publish
from demo.collective.workshop_facts import Drawing
from workshops.actions import book_seats, join_waiting_list, open_twin
from workshops.models import (
    Booking,
    Cycle,
    PriceTier,
    Question,
    Session,
    Topic,
    WaitingEntry,
    Workshop,
    WorkshopIndexPage,
    WorkshopPage,
)
from workshops.parties import Contact, unnamed
from workshops.refusals import NotEnoughSeatsError, SessionClosedError, StillRoomError

CHEESE = "faire-son-fromage"
SEWING = "reprendre-ses-vetements"
WAITING_PARTIES = (1, 2, 1, 1)
TWIN_AFTER = timedelta(days=8)

TOPICS = {
    "cuisine": ("La cuisine", "Cooking"),
    "jardin": ("Le jardin", "Gardening"),
    "sol": ("Le sol", "Soil"),
    "reparer": ("Réparer", "Mending"),
    "ensemble": ("Décider ensemble", "Deciding together"),
}
# Those of workshop_facts, whose rows are made elsewhere.
TOPICS_OF_OTHERS = {
    "tailler-sans-crainte": "jardin",
    "le-compost-du-seau-au-sol": "sol",
    "semer-sous-abri": "jardin",
    "pain-au-levain": "cuisine",
    "conserves-de-saison": "cuisine",
    "reparer-son-velo": "reparer",
    "cuisiner-du-trognon-aux-fanes": "cuisine",
    "teindre-avec-les-plantes": "reparer",
    "lire-son-sol": "sol",
    "mercredi-en-famille": "jardin",
}


@dataclass(frozen=True, kw_only=True)
class Way:
    """A workshop that stays as its editors left it, when it comes round, and who asks what."""

    slug: str
    topic: str
    drawing: str
    turn: Round
    facts: dict[str, Any]
    online_url: str = ""
    tiers: tuple[tuple[str, str, int], ...] = ()
    questions: tuple[tuple[str, str, str], ...] = ()


WAYS = (
    Way(
        slug=CHEESE,
        topic="cuisine",
        drawing=Drawing.KITCHEN,
        turn=Round(
            workshop=CHEESE, place=places.KITCHEN, weekday=SATURDAY, starts=time(9, 30), hours=4,
            every=3, week=0, parties=(2, 2, 1, 2, 1), sought=True,
        ),
        facts={
            "facilitator": "La Chèvrerie de la Roche",
            "usual_capacity": 8,
            "price_kind": "fixed",
            "price_cents": 1500,
            "paid_where": "online",
            "level": "beginners",
            "min_age": 12,
            "provided_fr": "le lait, la présure, les moules et les tabliers",
            "provided_en": "milk, rennet, moulds and aprons",
            "bring": "une boîte qui ferme",
            "bring_en": "a box with a lid",
            "access_fr": "Debout une heure sur quatre ; des tabourets pour le reste. Odeur de lait chaud.",
            "access_en": "Standing one hour in four; stools for the rest. Smell of warm milk.",
        },
        questions=(
            ("Une allergie que nous devons connaître ?", "An allergy we should know of?", "words"),
        ),
    ),
    Way(
        slug=SEWING,
        topic="reparer",
        drawing=Drawing.BASKETS,
        turn=Round(
            workshop=SEWING, place=places.HALL, weekday=MONDAY, starts=time(18, 30), hours=2,
            every=2, week=0, parties=(1, 2, 1),
        ),
        facts={
            "facilitator": "Fatou Ndiaye",
            "usual_capacity": 10,
            "price_kind": "tiers",
            "spoken": "français et wolof",
            "provided_fr": "machines, fil, épingles",
            "provided_en": "machines, thread, pins",
            "bring": "un vêtement à reprendre",
            "bring_en": "something to mend",
        },
        tiers=(("Solidaire", "Solidarity", 0), ("Juste", "Fair", 800), ("Soutien", "Supporter", 1500)),
    ),
    Way(
        slug="dessiner-son-potager",
        topic="jardin",
        drawing=Drawing.SEEDLINGS,
        turn=Round(
            workshop="dessiner-son-potager", place="", weekday=TUESDAY, starts=time(19), hours=1.5,
            every=2, week=1, parties=(1, 1, 2, 1),
        ),
        online_url="https://visio.example/dessiner-son-potager",
        facts={
            "facilitator": "Sana Belhadj",
            "usual_capacity": 14,
            "held": "online",
            "bring": "un papier, un crayon, la mesure de votre balcon",
            "bring_en": "paper, a pencil, the size of your balcony",
            "access_fr": "Sous-titres en direct ; l’enregistrement n’est jamais gardé.",
            "access_en": "Live captions; no recording is kept.",
        },
        questions=(
            ("Suivrez-vous par téléphone ?", "Will you join by phone?", "yes-no"),
        ),
    ),
    Way(
        slug="conseil-de-la-halle",
        topic="ensemble",
        drawing=Drawing.HALL,
        turn=Round(
            workshop="conseil-de-la-halle", place=places.HALL, weekday=THURSDAY, starts=time(19),
            hours=2, every=3, week=1, parties=(2, 1, 3, 1, 1, 2),
        ),
        facts={
            "kind": "council",
            "usual_capacity": 40,
            "facilitator": "Lina Ferhat",
            "provided_fr": "une soupe, un coin pour les enfants",
            "provided_en": "soup, and a corner for children",
            "access_fr": "Boucle magnétique ; interprète en langue des signes sur demande.",
            "access_en": "Hearing loop; sign language interpreter on request.",
        },
    ),
    Way(
        slug="troc-de-graines",
        topic="jardin",
        drawing=Drawing.GARDEN,
        turn=Round(
            workshop="troc-de-graines", place=places.RIVERSIDE, weekday=WEDNESDAY,
            starts=time(17), hours=2, every=1, week=0,
        ),
        facts={
            "kind": "drop-in",
            "takes_bookings": False,
            "usual_capacity": 14,
            "audience": "families",
            "bring": "vos graines en trop, ou rien",
            "bring_en": "your spare seeds, or nothing",
        },
    ),
)  # fmt: skip


def lay(*, now: datetime) -> None:
    """Rows once, sessions as their day comes in sight; then the cycle, the list and the twin."""
    topics = _topics()
    for way in WAYS:
        workshop = _workshop(way, topics)
        for session in _sessions(way, workshop, now=now):
            _fill(session, way, now=now)
    _lay_cycle(now=now)
    _lay_waiting(now=now)


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


def _sessions(way: Way, workshop: Workshop, *, now: datetime) -> list[Session]:
    today = timezone.localdate(now)
    found = []
    for day in way.turn.dates(after=today, until=today + AHEAD):
        starts_at, ends_at = way.turn.span(day)
        session, _created = Session.objects.get_or_create(
            workshop=workshop,
            starts_at__date=day,
            defaults={
                "place": places.named(way.turn.place) if way.turn.place else None,
                "online_url": way.online_url,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "capacity": workshop.usual_capacity,
                "any_size": workshop.any_size,
            },
        )
        found.append(session)
    return found


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
                contact=_neighbour(session.pk * 5 + rank, made_by=_volunteer()),
                party=unnamed(seats, chosen_cents=800 if way.tiers else None),
                now=now,
            )
        except (NotEnoughSeatsError, SessionClosedError):
            return  # visitors were quicker, or volunteers called it off


def _lay_cycle(*, now: datetime) -> None:
    """The next three evenings of sewing, together or one by one."""
    workshop = _named(SEWING)
    if workshop.cycles.exists():
        return
    evenings = list(Session.objects.upcoming(at=now).filter(workshop=workshop)[:3])
    cycle = Cycle.objects.create(
        workshop=workshop,
        name_fr="Un pantalon en trois soirs",
        name_en="Trousers in three evenings",
        booked=Cycle.Booked.EITHER,
    )
    Session.objects.filter(pk__in=[evening.pk for evening in evenings]).update(cycle=cycle)


def _lay_waiting(*, now: datetime) -> None:
    """People wait for both cheese mornings; the second has a twin, whose seats are offered to them."""
    mornings = list(
        Session.objects.upcoming(at=now).filter(workshop=_named(CHEESE), twin_of=None)[:2]
    )
    for session in mornings:
        for rank, seats in enumerate(WAITING_PARTIES):
            _wait(session, rank, seats=seats, now=now)
    second = mornings[-1] if len(mornings) > 1 else None
    if second and not second.twins.exists():
        starts_at = second.starts_at + TWIN_AFTER
        ends_at = second.ends_at + TWIN_AFTER
        open_twin(session_id=second.pk, starts_at=starts_at, ends_at=ends_at, by=None, now=now)


def _wait(session: Session, rank: int, *, seats: int, now: datetime) -> None:
    form_key = key("waiting", session.pk, rank)
    if WaitingEntry.objects.filter(session=session, form_key=form_key).exists():
        return
    try:
        join_waiting_list(
            session_id=session.pk,
            form_key=form_key,
            contact=_neighbour(session.pk * 5 + 10 + rank),
            seats=seats,
            now=now,
        )
    except (StillRoomError, SessionClosedError):
        return  # somebody gave their seats back


def _neighbour(rank: int, *, made_by: Person | None = None) -> Contact:
    neighbour = people.NEIGHBOURS[rank % len(people.NEIGHBOURS)]
    return Contact(name=neighbour.name, email=neighbour.email, made_by=made_by)


def _volunteer() -> Person:
    return people.of("accueil@halle.example")


def _named(slug: str) -> Workshop:
    return Workshop.objects.get(name_fr=prose.read(f"workshops/{slug}", language="fr").title)
