"""What volunteers changed: a session moved, another called off, a message to everybody in a third."""

from datetime import datetime, timedelta

from demo.collective import people, places
from demo.collective.keys import key
from demo.collective.workshop_ways.facts import SEWING
from demo.collective.workshops import named
from workshops.actions import book_seats, cancel_session, move_session, send_circular
from workshops.models import Circular, LogLine, Session
from workshops.parties import Contact, unnamed

SOIL, BIKES = "lire-son-sol", "reparer-son-velo"
NOT_SOONER_THAN = timedelta(days=3)
LATER_BY = timedelta(minutes=30)
WHY_OFF = (
    "La halle est prêtée ce soir-là au conseil d’école, et nos pieds d’atelier n’y tiennent pas. "
    "Les autres jeudis ne changent pas."
)
SUBJECT = "Lundi, on entre par la porte du lavoir"
WORDS = (
    "Bonjour,\n\n"
    "La grande porte est en peinture ce lundi : entrez par celle du lavoir, elle reste ouverte et "
    "elle est de plain-pied. Les machines seront du même côté.\n\n"
    "À lundi, avec vos boutons à recoudre !"
)


def lay(*, now: datetime) -> None:
    """Each once: a later day moves nothing more."""
    coming = Session.objects.upcoming(at=now + NOT_SOONER_THAN)
    by = people.of(people.COORDINATOR)
    if moved := coming.filter(workshop=named(SOIL)).first():
        _move(moved, now=now)
    off = coming.filter(workshop=named(BIKES)).last()
    if off and not off.workshop.sessions.filter(state=Session.State.CANCELLED).exists():
        _seat_the_gardener(off, now=now)
        cancel_session(session_id=off.pk, reason=WHY_OFF, by=by, now=now)
    told = coming.filter(workshop=named(SEWING)).first()
    if told and not Circular.objects.exists():
        send_circular(session_id=told.pk, subject=SUBJECT, words=WORDS, by=by, now=now)


def _seat_the_gardener(session: Session, *, now: datetime) -> None:
    """So that whoever signs in as her reads what people are told."""
    gardener = people.of(people.GARDENER)
    contact = Contact(name=gardener.get_full_name(), email=gardener.email, person=gardener)
    form_key = key("booking", session.pk, "gardener")
    book_seats(session_id=session.pk, form_key=form_key, contact=contact, party=unnamed(1), now=now)


def _move(session: Session, *, now: datetime) -> None:
    """From the hillside, too steep in the rain, to the riverside; the same day, a little later."""
    if LogLine.objects.filter(kind=LogLine.Kind.MOVED).exists():
        return
    move_session(
        session_id=session.pk,
        starts_at=session.starts_at + LATER_BY,
        ends_at=session.ends_at + LATER_BY,
        place=places.named(places.RIVERSIDE),
        by=people.of(people.COORDINATOR),
        now=now,
    )
