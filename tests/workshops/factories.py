"""Rows for tests, consistent by construction: an end follows its start, a name reads like one."""

from datetime import timedelta
from uuid import uuid4

import factory
from django.utils import timezone

from commons.places.models import Place
from workshops.actions import book_seats
from workshops.models import Booking, Session, Workshop


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


def book(session: Session, **given: object) -> Booking:
    """A booking made the way people make it."""
    asked = {
        "form_key": uuid4(),
        "name": "Amina Diallo",
        "email": "amina@exemple.fr",
        "seats": 1,
        "language": "fr",
    }
    return book_seats(session_id=session.pk, **(asked | given))  # type: ignore[arg-type]
