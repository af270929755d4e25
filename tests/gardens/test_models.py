from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from commons.drawing import rectangle
from gardens.actions import withdraw_request
from gardens.models import Plot, Tenancy
from gardens.queries import line_of
from gardens.rules.line import ranks
from tests.gardens.factories import (
    FeatureFactory,
    GardenFactory,
    HouseholdFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)

pytestmark = pytest.mark.django_db

MARCH, JUNE, SEPTEMBER = date(2026, 3, 1), date(2026, 6, 30), date(2026, 9, 1)


def refuses(**facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        TenancyFactory(**facts)
    return True


def test_an_individual_plot_has_one_household_at_a_time():
    plot = PlotFactory()
    TenancyFactory(plot=plot, starts_on=MARCH, ends_on=JUNE)

    assert refuses(plot=plot, starts_on=JUNE)
    TenancyFactory(plot=plot, starts_on=date(2026, 7, 1))
    assert refuses(plot=plot, starts_on=SEPTEMBER)


def test_a_household_holds_one_part_of_a_shared_plot_at_most():
    plot, household = PlotFactory(kind=Plot.Kind.SHARED, parts=3), HouseholdFactory()
    TenancyFactory(plot=plot, part=1, household=household)

    assert refuses(plot=plot, part=2, household=household, starts_on=SEPTEMBER)
    TenancyFactory(plot=plot, part=2)


def test_a_cancelled_tenancy_leaves_its_part_to_others():
    plot = PlotFactory()
    TenancyFactory(plot=plot, state=Tenancy.State.CANCELLED)

    TenancyFactory(plot=plot)


def test_a_tenancy_cannot_end_before_it_starts():
    assert refuses(starts_on=JUNE, ends_on=MARCH)


def test_the_desk_hears_of_a_taken_part_and_of_a_part_that_does_not_exist():
    plot = PlotFactory()
    TenancyFactory(plot=plot)
    household = HouseholdFactory()

    with pytest.raises(ValidationError, match="déjà attribuée"):
        Tenancy(plot=plot, household=household, starts_on=SEPTEMBER).full_clean()
    with pytest.raises(ValidationError, match="1 part"):
        Tenancy(plot=plot, part=2, household=household, starts_on=SEPTEMBER).full_clean()


@pytest.mark.parametrize(
    ("kind", "parts"), [("individual", 2), ("individual", 0), ("shared", 1), ("collective", 1)]
)
def test_parts_follow_the_kind_of_the_plot(kind, parts):
    garden = GardenFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PlotFactory(garden=garden, kind=kind, parts=parts)


@pytest.mark.parametrize(
    "outline",
    [
        "a square",
        [[0, 0], [10, 0]],
        [[0, 0], [10, 0], [10]],
        [[0, 0], [10, 0], [10, "10"]],
        [[0, 0], [10, 0], [10, -1]],
        [[0, 0], [10, 0], [10, True]],
        rectangle(300, 0, 40, 20),
    ],
    ids=["words", "two corners", "half a point", "text", "negative", "true", "outside"],
)
def test_an_outline_that_cannot_be_drawn_is_refused(outline):
    with pytest.raises(ValidationError):
        PlotFactory.build(garden=GardenFactory(), outline=outline).full_clean()


def test_a_feature_stays_on_the_plan():
    with pytest.raises(ValidationError, match="320"):
        FeatureFactory.build(garden=GardenFactory(), x=310, width=20).full_clean()


def test_tenants_are_those_of_the_day():
    plot = PlotFactory(kind=Plot.Kind.SHARED, parts=2)
    TenancyFactory(plot=plot, part=1, starts_on=MARCH, ends_on=JUNE)
    TenancyFactory(plot=plot, part=2, starts_on=JUNE)
    TenancyFactory(plot=plot, part=1, starts_on=SEPTEMBER, state=Tenancy.State.CANCELLED)

    tenants = {
        day: Plot.objects.with_tenants(on=day).get().tenants
        for day in (date(2026, 2, 28), MARCH, JUNE, SEPTEMBER)
    }

    assert list(tenants.values()) == [0, 1, 2, 1]


def test_the_rank_that_a_query_adds_is_the_rule_s():
    garden, now = GardenFactory(), timezone.now()
    for number in range(6):
        ask(garden, email=f"{number}@exemple.fr", now=now - timedelta(days=number // 2))
    ask(GardenFactory(), now=now - timedelta(days=9))
    withdraw_request(token=garden.requests.all()[2].token)

    by_query = dict(garden.requests.waiting().with_rank().values_list("pk", "rank"))

    assert by_query == ranks(line_of(garden.pk))
