"""Workshops as search engines and shared links tell them."""

from django.utils.translation import gettext as _

from commons.cms import structured
from commons.cms.cards import Card, number
from commons.cms.sharing import Sharing
from commons.cms.spoken import say_day, say_hours
from commons.cms.structured import Thing, absolute
from commons.places.models import House
from workshops.models import Session, WorkshopPage

KIND = "seance"


def session(shown: Session, *, description: str, house: House) -> Thing:
    """One session, read with its seats. Nobody has to pay, save a fixed price."""
    path = shown.get_absolute_url()
    workshop = shown.workshop
    asked_cents = workshop.price_cents if workshop.price_kind == workshop.PriceKind.FIXED else 0
    return structured.event(
        kind="EducationEvent",
        name=shown.workshop.name,
        path=path,
        starts_at=shown.starts_at,
        ends_at=shown.ends_at,
        where=shown.place,
        is_cancelled=shown.state == Session.State.CANCELLED,
        description=description,
        image=[absolute(card_of(shown).address)],
        organizer=structured.house(house),
        isAccessibleForFree=not asked_cents,
        maximumAttendeeCapacity=shown.capacity,
        remainingAttendeeCapacity=shown.seats_left,
        offers={
            "@type": "Offer",
            "price": structured.euros(asked_cents),
            "priceCurrency": structured.CURRENCY,
            "availability": structured.availability(is_available=shown.seats_left > 0),
            "url": absolute(path),
        },
    )


def sharing_of(shown: Session, *, story: WorkshopPage | None, house: House) -> Sharing:
    """What the page of a session says of itself; its workshop's own page tells it best."""
    words = {"when": _when(shown), "where": shown.where_short}
    description = (
        _("%(when)s, %(where)s. Ouvert à tout le monde, sans compte.") % words
        if shown.any_size
        else _("%(when)s, %(where)s. À moins de quinze, sans compte.") % words
    )
    told = f"{story.lead} {description}" if story and story.lead else description
    return Sharing(
        title=f"{shown.workshop.name}, {say_day(shown.starts_at)}",
        description=told,
        card=card_of(shown),
        things=(session(shown, description=told, house=house),),
    )


def card_of(shown: Session) -> Card:
    return Card(
        kind=KIND,
        key=str(shown.pk),
        title=shown.workshop.name,
        line=f"{_when(shown)} · {shown.where_short}",
        trade="workshops",
        pictogram="outil",
    )


def load_card(key: str) -> Card | None:
    sessions = Session.objects.select_related("workshop", "place")
    found = sessions.filter(pk=number(key) or 0).first()
    return card_of(found) if found else None


def _when(shown: Session) -> str:
    return f"{say_day(shown.starts_at)}, {say_hours(shown.starts_at, shown.ends_at)}"
