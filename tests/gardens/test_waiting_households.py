"""The desk's home says whose answer is to be read, and who did not answer in time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from content.roles import FRONT_DESK, GARDEN_COORDINATORS
from gardens import queries, waiting_households
from gardens.board import is_silent
from gardens.models import CareCase, CareStep, Enrolment
from tests.content.desk import person_in
from tests.gardens.factories import HouseholdFactory, TenancyFactory
from tests.gardens.seasons import SeasonFactory, asked_to_stay

pytestmark = pytest.mark.django_db


def answered(case_state="help", *, read=False, name="Foyer Haddad"):
    now = timezone.now()
    tenancy = TenancyFactory(household=HouseholdFactory(name=name))
    case = CareCase.objects.create(
        tenancy=tenancy, state=case_state, opened_at=now, next_from=timezone.localdate()
    )
    return CareStep.objects.create(
        case=case,
        state=CareCase.State.HELP,
        at=now,
        words="Peut-on vous aider ?",
        answer="Oui, merci.",
        answered_at=now,
        answer_read_at=now if read else None,
    )


def cards():
    now = timezone.now()
    return list(waiting_households.cards(person_in(GARDEN_COORDINATORS), now=now))


def late_season(**given):
    today = timezone.localdate()
    return SeasonFactory(
        starts_on=today + timedelta(days=30),
        ends_on=today + timedelta(days=390),
        answer_by=today - timedelta(days=1),
        **given,
    )


def test_an_answer_waits_until_somebody_read_it():
    step = answered()
    answered(read=True, name="Foyer Lu")
    answered(case_state="closed", name="Foyer Clos")

    (line,) = cards()[0].lines

    assert line.text.startswith("Foyer Haddad")
    assert f"/{step.case_id}/" in line.url


def test_a_household_is_silent_once_its_delay_has_passed_and_while_it_is_there():
    today = timezone.localdate()
    season = late_season()
    silent = asked_to_stay(season)
    gone = asked_to_stay(
        season,
        tenancy=TenancyFactory(plot__garden=season.garden, ends_on=today - timedelta(days=1)),
    )
    asked_to_stay(SeasonFactory(answer_by=today + timedelta(days=3)))

    assert list(queries.silent_enrolments(on=today)) == [silent]
    assert [line.url for line in cards()[1].lines] == [
        f"/gestion/jardins/foyers/{silent.tenancy_id}/"
    ]
    assert gone.state == Enrolment.State.ASKED


def test_the_list_and_the_board_agree_on_who_is_silent():
    today = timezone.localdate()
    season = late_season()
    arrival = TenancyFactory(plot__garden=season.garden, starts_on=season.starts_on)
    rows = [asked_to_stay(season), asked_to_stay(season, tenancy=arrival)]

    listed = set(queries.silent_enrolments(on=today))

    assert listed == {row for row in rows if is_silent(row, on=today)}


@pytest.mark.parametrize("many", [1, 8])
def test_each_card_is_one_question(django_assert_num_queries, many):
    season = late_season()
    for number in range(many):
        answered(name=f"Foyer {number}")
        asked_to_stay(season)
    coordinator = person_in(GARDEN_COORDINATORS)
    assert coordinator.has_perm("gardens.change_carecase")

    with django_assert_num_queries(2):
        shown = list(waiting_households.cards(coordinator, now=timezone.now()))
    assert [len(card.lines) for card in shown] == [min(many, 5)] * 2


def test_who_takes_no_care_of_households_sees_none_of_it():
    assert list(waiting_households.cards(person_in(FRONT_DESK), now=timezone.now())) == []
