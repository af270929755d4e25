"""Rows for tests, consistent by construction: an end follows its start, a name reads like one."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import factory
from django.utils import timezone

from commons.places.models import Place
from workshops.actions import book_seats
from workshops.models import Booking, Cycle, Session, Topic, Workshop
from workshops.parties import Contact, unnamed


class PlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Cuisine {n}")
    address = "12 rue de la Halle"
    postcode = "69000"
    city = "Val-des-Lônes"


class WorkshopFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Workshop

    name_fr = "Tailler ses petits fruits"
    name_en = "Pruning soft fruit"


class SessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Session

    workshop = factory.SubFactory(WorkshopFactory)
    place = factory.SubFactory(PlaceFactory)
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda session: session.starts_at + timedelta(hours=2))
    capacity = 14


class CycleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Cycle

    name_fr = "Le verger en quatre saisons"
    workshop = factory.SubFactory(WorkshopFactory)


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    name_fr = factory.Sequence(lambda n: f"Sol {n}")


def someone(**known: Any) -> Contact:
    """A person who books, with what a test says of them."""
    return Contact(**{"name": "Amina Diallo", "email": "amina@exemple.fr"} | known)


def book(
    session: Session,
    *,
    seats: int = 1,
    form_key: UUID | None = None,
    now: datetime | None = None,
    **known: Any,
) -> Booking:
    """A booking made the way people make it."""
    return book_seats(
        session_id=session.pk,
        form_key=form_key or uuid4(),
        contact=someone(**known),
        party=unnamed(seats),
        now=now,
    )
