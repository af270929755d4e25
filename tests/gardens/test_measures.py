from datetime import UTC, date, datetime

import pytest

from gardens import measures
from gardens.models import Duty, Plot, Tenancy
from tests.gardens.care import ChoreFactory, TurnFactory, gardener
from tests.gardens.factories import (
    GardenFactory,
    HouseholdFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)

pytestmark = pytest.mark.django_db

YEAR = {"start": date(2026, 1, 1), "end": date(2027, 1, 1)}


def test_a_household_counts_once_and_only_in_its_years():
    household = HouseholdFactory()
    TenancyFactory(household=household)
    TenancyFactory(household=household, ends_on=date(2026, 4, 1))
    TenancyFactory(starts_on=date(2025, 3, 1), ends_on=date(2025, 12, 31))
    TenancyFactory(starts_on=date(2027, 1, 1))
    TenancyFactory(state=Tenancy.State.CANCELLED)

    assert measures.households_gardening(**YEAR) == 1


def test_a_shared_plot_counts_when_two_hold_it_on_the_last_day():
    for ends_on in (None, date(2026, 12, 30)):
        plot = PlotFactory(kind=Plot.Kind.SHARED, parts=2)
        TenancyFactory(plot=plot, part=1)
        TenancyFactory(plot=plot, part=2, ends_on=ends_on)

    assert measures.plots_shared(**YEAR) == 1


def test_requests_count_by_the_day_they_were_made_in_the_hall():
    garden = GardenFactory()
    ask(garden, now=datetime(2026, 12, 31, 22, 30, tzinfo=UTC))
    ask(garden, email="bo@exemple.fr", now=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))

    assert measures.requests_received(**YEAR) == 1


def test_hours_are_those_of_turns_said_to_be_done():
    garden = GardenFactory()
    nour = gardener(garden, "Nour")
    chore = ChoreFactory(garden=garden)
    for day, state, minutes in (
        (date(2026, 5, 1), "done", 50),
        (date(2026, 5, 2), "done", 40),
        (date(2026, 5, 3), "missed", None),
        (date(2027, 1, 1), "done", 60),
    ):
        turn = TurnFactory(chore=chore, day=day)
        Duty.objects.create(
            turn=turn, place=1, tenancy=nour, household=nour.household, state=state,
            minutes=minutes, starts_at=turn.starts_at, ends_at=turn.ends_at,
            taken_at=turn.starts_at,
        )  # fmt: skip

    assert measures.turns_done(**YEAR) == 2
    assert measures.volunteer_minutes(**YEAR) == 90
