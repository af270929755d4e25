"""Ten workshops, each coming back every three weeks, and people who booked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone
from django.utils.text import slugify

from commons.places.models import Place
from demo.collective.programme import PROGRAMME, Course
from demo.collective.telling import tell
from workshops.models import Booking, Seat, Session, Workshop, WorkshopIndexPage, WorkshopPage

WEEKS_AHEAD = 6
WEEKS_BEHIND = 3
EVERY = 3  # weeks
MONDAY = date(2024, 1, 1)  # any Monday: weeks are counted from it, so that dates stay put

BOOKERS = (
    ("Amina Diallo", 2), ("Bertrand Faure", 1), ("Chloé Marchetti", 1), ("Driss Belkacem", 3),
    ("Elsa Rouvière", 2), ("Florian Peltier", 1), ("Gwenaëlle Stern", 2), ("Hugo Santos", 1),
)  # fmt: skip


@dataclass(frozen=True)
class Slot:
    """When and where one session of a course is."""

    course: Course
    starts_at: datetime


def load(now: datetime) -> None:
    """Workshops, their pages, and the sessions that are in sight."""
    for course in PROGRAMME:
        workshop, _created = Workshop.objects.get_or_create(
            name_fr=course.fr.title,
            defaults={
                "name_en": course.en.title,
                "facilitator": course.facilitator,
                "usual_capacity": course.capacity,
                "suggested_cents": course.suggested_cents,
                "bring": course.bring,
                "bring_en": course.bring_en,
            },
        )
        tell(
            WorkshopPage,
            under=WorkshopIndexPage,
            slug=course.slug,
            fr=course.fr,
            en=course.en,
            workshop=workshop,
            illustration=course.illustration,
        )
    for slot in _slots(now):
        _session(slot, now=now)


def _slots(now: datetime) -> Iterator[Slot]:
    """Each course comes back every three weeks, two or three different courses a week or more."""
    this_week = (timezone.localdate(now) - MONDAY).days // 7
    for week in range(this_week - WEEKS_BEHIND, this_week + WEEKS_AHEAD + 1):
        for turn, course in enumerate(PROGRAMME):
            if (week + turn) % EVERY == 0:
                day = MONDAY + timedelta(weeks=week, days=course.weekday)
                local = datetime.combine(day, time(course.hour, course.minute))
                yield Slot(course, timezone.make_aware(local))


def _session(slot: Slot, *, now: datetime) -> None:
    course = slot.course
    session, created = Session.objects.get_or_create(
        workshop=Workshop.objects.get(name_fr=course.fr.title),
        starts_at=slot.starts_at,
        place=Place.objects.get(name=course.place),
        defaults={
            "ends_at": slot.starts_at + timedelta(minutes=course.minutes),
            "capacity": course.capacity,
        },
    )
    if created:
        _fill(session, now=now)


def _fill(session: Session, *, now: datetime) -> None:
    """Some sessions fill up sooner than others: the nearer, the fuller, and one in five is full.

    Written as rows and not by ``book_seats``: a newcomer's inbox should begin empty.
    """
    weeks_away = max(0, (session.starts_at - now).days // 7)
    wanted = session.capacity if session.pk % 5 == 0 else max(1, session.capacity - 3 - weeks_away)
    taken = 0
    for turn in range(len(BOOKERS)):
        name, seats = BOOKERS[(session.pk + turn) % len(BOOKERS)]
        seats = min(seats, wanted - taken)
        if seats <= 0:
            break
        _book(session, name=name, seats=seats)
        taken += seats


def _book(session: Session, *, name: str, seats: int) -> None:
    email = f"{slugify(name.split()[0])}@exemple.example"
    booking = Booking.objects.create(
        session=session,
        form_key=uuid5(NAMESPACE_URL, f"{session.pk}/{email}"),
        name=name,
        email=email,
    )
    Seat.objects.bulk_create(Seat(booking=booking, number=number) for number in range(1, seats + 1))
