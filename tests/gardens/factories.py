"""A small garden for tests, consistent by construction."""

from datetime import date
from uuid import uuid4

import factory

from commons.drawing import rectangle
from commons.people.models import Household
from commons.places.models import Place
from gardens.actions import request_plot
from gardens.models import Feature, Garden, Plot, PlotRequest, Tenancy
from gardens.queries.drawing import drawn_features, drawn_plots, open_plan
from gardens.rules.drawing import Drawing


class PlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Clos {n}")
    address = "3 quai des Lônes"
    postcode = "69000"
    city = "Val-des-Lônes"


class GardenFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Garden

    name_fr = "Jardin des Rails"
    name_en = "Railside Garden"
    slug = factory.Sequence(lambda n: f"jardin-des-rails-{n}")
    place = factory.SubFactory(PlaceFactory)
    plan_width = 320
    plan_height = 220
    criteria = "La liste suit la date de demande."
    criteria_en = "The list follows the date of asking."


class PlotFactory(factory.django.DjangoModelFactory):
    """Plots stand side by side, ten to a row, each four metres by two and a half."""

    class Meta:
        model = Plot

    garden = factory.SubFactory(GardenFactory)
    number = factory.Sequence(lambda n: n + 1)
    parts = factory.LazyAttribute(
        lambda plot: {"individual": 1, "shared": 2, "collective": 0}[plot.kind]
    )
    kind = Plot.Kind.INDIVIDUAL
    outline = factory.LazyAttribute(
        lambda plot: rectangle(plot.number % 10 * 30, plot.number // 10 % 10 * 20, 25, 15)
    )
    surface_m2 = "10.0"


class FeatureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Feature

    garden = factory.SubFactory(GardenFactory)
    kind = Feature.Kind.TREE
    x, y, width, height = 280, 180, 30, 30


class HouseholdFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Household

    name = factory.Sequence(lambda n: f"Foyer {n}")


class TenancyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tenancy

    plot = factory.SubFactory(PlotFactory)
    household = factory.SubFactory(HouseholdFactory)
    starts_on = date(2026, 3, 1)


def ask(garden: Garden, **given: object) -> PlotRequest:
    """A request made the way people make it."""
    asked = {
        "form_key": uuid4(),
        "name": "Amina Diallo",
        "email": "amina@exemple.fr",
        "language": "fr",
    }
    return request_plot(garden_id=garden.pk, **(asked | given))  # type: ignore[arg-type]


def shapes_of(garden: Garden) -> Drawing:
    """The plan of a garden as whoever opens it may send it back."""
    plan = open_plan(garden)
    return Drawing(plots=drawn_plots(plan.plots), features=drawn_features(plan.features))
