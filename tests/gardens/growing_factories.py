"""Lines of a garden log, consistent by construction."""

from uuid import uuid4

import factory
from django.utils import timezone

from commons.plants.models import Plant
from gardens.models import Growing, Harvest, Surplus
from gardens.rules.growing import Way
from tests.gardens.factories import TenancyFactory


class PlantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Plant
        django_get_or_create = ["slug"]

    slug = "radis"
    name_fr = "radis"
    name_en = "radish"
    kind = Plant.Kind.VEGETABLE
    family = Plant.Family.BRASSICACEAE
    sow_open = [3, 4, 5, 6, 7, 8]
    harvest = [4, 5, 6, 7, 8, 9]
    sow_days = [20, 30]
    thin_days = [7, 14]


class LineFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    tenancy = factory.SubFactory(TenancyFactory)
    plot = factory.SelfAttribute("tenancy.plot")
    part = factory.SelfAttribute("tenancy.part")
    plant = factory.SubFactory(PlantFactory)
    on = factory.LazyFunction(timezone.localdate)
    form_key = factory.LazyFunction(uuid4)


class GrowingFactory(LineFactory):
    class Meta:
        model = Growing

    way = Way.OPEN


class HarvestFactory(LineFactory):
    class Meta:
        model = Harvest


class SurplusFactory(LineFactory):
    class Meta:
        model = Surplus

    how_much = "un cageot"
