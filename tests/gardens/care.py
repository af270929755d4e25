"""Turns, things, keys and notices for tests, consistent by construction."""

from datetime import date, time, timedelta

import factory
from django.utils import timezone

from gardens.models import Chore, Garden, Key, Notice, Plot, Tenancy, Thing, Turn
from gardens.rules.rota import moment
from tests.gardens.factories import GardenFactory, HouseholdFactory, PlotFactory, TenancyFactory


class ChoreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Chore

    garden = factory.SubFactory(GardenFactory)
    name_fr = "Arrosage du soir"
    name_en = "Evening watering"
    words_fr = "Deux arrosoirs par planche."
    minutes = 60
    weekdays = factory.LazyFunction(lambda: [2, 5])
    opens = time(18, 0)
    closes = time(20, 0)
    first_day = date(2026, 1, 1)
    last_day = date(2027, 12, 31)


class TurnFactory(factory.django.DjangoModelFactory):
    """In three days, at the hours of its chore."""

    class Meta:
        model = Turn

    chore = factory.SubFactory(ChoreFactory)
    day = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=3))
    starts_at = factory.LazyAttribute(lambda turn: moment(turn.day, turn.chore.opens))
    ends_at = factory.LazyAttribute(lambda turn: moment(turn.day, turn.chore.closes))
    places = factory.LazyAttribute(lambda turn: turn.chore.places)
    hardness = factory.LazyAttribute(lambda turn: turn.chore.hardness)
    minutes = factory.LazyAttribute(lambda turn: turn.chore.minutes)


class ThingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Thing

    garden = factory.SubFactory(GardenFactory)
    name = "Motoculteur"


class KeyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Key

    garden = factory.SubFactory(GardenFactory)
    name = "Cabane"
    note = "Cadenas : 4815"


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    garden = factory.SubFactory(GardenFactory)
    title = "Troc de plants"
    words = "Samedi à dix heures, sous le tilleul."
    posted_at = factory.LazyFunction(timezone.now)
    until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=14))


def gardener(garden: Garden, name: str = "Nour", **given: object) -> Tenancy:
    """A household that has held a plot of the garden since long ago, with an address."""
    facts = {"email": f"{name.lower()}@exemple.fr", "name": name, "starts_on": date(2025, 3, 1)}
    return TenancyFactory(
        plot=PlotFactory(garden=garden, kind=Plot.Kind.INDIVIDUAL),
        household=HouseholdFactory(name=f"Foyer {name}"),
        **(facts | given),
    )


def gardeners(garden: Garden, count: int) -> list[Tenancy]:
    return [gardener(garden, f"n{number}") for number in range(count)]
