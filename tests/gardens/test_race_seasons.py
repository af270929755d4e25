"""Several people at once on one season, on real PostgreSQL, each with a connection of their own."""

from datetime import date, timedelta
from unittest import mock

import pytest
from django.db import IntegrityError
from django.utils import timezone

from commons.notices.models import Message
from gardens import actions
from gardens.actions import seasons
from gardens.models import CareCase, Garden, Season
from gardens.terms import Terms
from tests.crowd import all_at_once, meeting_before
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

PEOPLE = 8


def terms() -> Terms:
    today = timezone.localdate()
    return Terms(
        starts_on=today + timedelta(days=40),
        ends_on=today + timedelta(days=400),
        answer_by=today + timedelta(days=5),
    )


def settled() -> Garden:
    garden = GardenFactory()
    for number in range(3):
        TenancyFactory(plot=PlotFactory(garden=garden), email=f"{number}@exemple.fr")
    return garden


def test_a_season_opened_by_the_whole_committee_asks_everybody_once():
    garden, asked = settled(), terms()

    opened = all_at_once(
        lambda _n: actions.open_season(garden_id=garden.pk, terms=asked, by=None), range(PEOPLE)
    )

    assert {season.pk for season in opened} == {Season.objects.get().pk}
    assert Season.objects.get().enrolments.count() == 3
    assert Message.objects.filter(kind="gardens.stay-asked").count() == 3


def test_without_the_lock_the_constraint_still_refuses_a_second_season():
    """The control: it is the lock that makes the second opening quiet; the constraint only refuses."""
    garden, asked = settled(), terms()
    unlocked = mock.patch.object(seasons, "lock_garden", lambda pk: Garden.objects.get(pk=pk))
    with unlocked, meeting_before(seasons, "_write"):
        results = all_at_once(
            lambda _n: actions.open_season(garden_id=garden.pk, terms=asked, by=None), range(2)
        )

    assert Season.objects.count() == 1
    assert sum(isinstance(result, IntegrityError) for result in results) == 1


def test_two_members_asking_after_the_same_plot_write_once():
    tenancy = TenancyFactory(email="amina@exemple.fr", starts_on=date(2025, 1, 1))

    results = all_at_once(
        lambda _n: actions.note_visit(tenancy_id=tenancy.pk, words="Sec.", by=None), range(PEOPLE)
    )

    assert sum(isinstance(result, CareCase) for result in results) == 1
    assert Message.objects.count() == 1
