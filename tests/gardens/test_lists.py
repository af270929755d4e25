"""A list that stays true: head starts, the yearly question, wishes that change."""

from datetime import UTC, datetime, timedelta

import pytest

from commons.notices.models import Message
from gardens import actions, queries
from gardens.actions.lists import requests_to_ask, requests_to_lapse
from gardens.models import LogLine, PlotRequest
from gardens.refusals import NotWaitingError, ReasonMissingError
from gardens.rules.still import ANSWER_WITHIN, ASKED_EVERY, COMES_BACK_WITHIN
from tests.gardens.factories import GardenFactory, PlotFactory, ask

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
A_YEAR_LATER = MORNING + ASKED_EVERY
TOO_LATE = A_YEAR_LATER + ANSWER_WITHIN + timedelta(days=1)


@pytest.fixture
def garden():
    return GardenFactory()


def give(garden, **days):
    kinds = {"no_outdoors": "no-outdoors", "shares": "shares", "large": "large"}
    return actions.set_criteria(
        garden_id=garden.pk,
        days={kinds[name]: number for name, number in days.items()},
        by=None,
        reason="Décidé en assemblée",
    )


def rank(asked):
    return queries.place_of(asked).rank


def test_a_head_start_passes_who_asked_a_little_earlier_and_says_so(garden):
    give(garden, no_outdoors=30)
    early = ask(garden, now=MORNING)
    late = ask(garden, email="bo@exemple.fr", now=MORNING + timedelta(days=10), no_outdoors=True)
    assert (rank(late), rank(early)) == (1, 2)
    place = queries.place_of(early)
    assert (place.earlier, place.by_criteria) == (0, 1)


def test_new_criteria_count_everyone_again_and_are_logged(garden):
    early = ask(garden, now=MORNING, wish="alone")
    late = ask(garden, email="bo@exemple.fr", now=MORNING + timedelta(days=10), wish="share")
    assert give(garden, shares=30) == 1
    assert (rank(late), rank(early)) == (1, 2)
    assert give(garden) == 1
    assert (rank(early), rank(late)) == (1, 2)
    assert "assemblée" in LogLine.objects.first().words
    with pytest.raises(ReasonMissingError):
        actions.set_criteria(garden_id=garden.pk, days={}, by=None, reason="")


def test_changed_wishes_keep_the_date_and_may_change_the_rank(garden):
    give(garden, large=60)
    first = ask(garden, now=MORNING)
    second = ask(garden, email="bo@exemple.fr", now=MORNING + timedelta(days=1))
    actions.change_wishes(token=second.token, household_size=4)
    second.refresh_from_db()
    assert second.asked_at == MORNING + timedelta(days=1)
    assert (rank(second), rank(first)) == (1, 2)


def test_the_yearly_question_is_asked_once_and_answered_by_one_tap(garden):
    asked = ask(garden, now=MORNING)
    assert not requests_to_ask(now=A_YEAR_LATER - timedelta(days=1)).exists()
    assert actions.ask_still(request_id=asked.pk, now=A_YEAR_LATER)
    assert not actions.ask_still(request_id=asked.pk, now=A_YEAR_LATER)
    assert Message.objects.filter(kind="gardens.still").count() == 2  # the question, and once more
    actions.say_still(token=asked.token, now=A_YEAR_LATER + timedelta(days=2))
    asked.refresh_from_db()
    assert (asked.still_by, asked.state) == (None, PlotRequest.State.WAITING)
    assert not Message.objects.filter(kind="gardens.still", state=Message.State.DUE).exists()
    assert not requests_to_ask(now=A_YEAR_LATER + timedelta(days=300)).exists()


def test_silence_lapses_and_the_place_is_kept_two_months(garden):
    asked = ask(garden, now=MORNING)
    behind = ask(garden, email="bo@exemple.fr", now=MORNING + timedelta(days=200))
    actions.ask_still(request_id=asked.pk, now=A_YEAR_LATER)
    assert list(requests_to_lapse(now=TOO_LATE)) == [asked]
    assert actions.lapse(request_id=asked.pk, now=TOO_LATE)
    assert not actions.lapse(request_id=asked.pk, now=TOO_LATE)
    assert rank(behind) == 1
    actions.say_still(token=asked.token, now=TOO_LATE + COMES_BACK_WITHIN)
    assert (rank(asked), rank(behind)) == (1, 2)


def test_after_two_months_the_place_is_lost(garden):
    asked = ask(garden, now=MORNING)
    actions.ask_still(request_id=asked.pk, now=A_YEAR_LATER)
    actions.lapse(request_id=asked.pk, now=TOO_LATE)
    with pytest.raises(NotWaitingError):
        actions.say_still(token=asked.token, now=TOO_LATE + COMES_BACK_WITHIN + timedelta(days=1))


def test_who_asked_anew_meanwhile_keeps_the_new_request(garden):
    asked = ask(garden, now=MORNING)
    actions.ask_still(request_id=asked.pk, now=A_YEAR_LATER)
    actions.lapse(request_id=asked.pk, now=TOO_LATE)
    again = ask(garden, now=TOO_LATE)
    assert again != asked
    with pytest.raises(NotWaitingError):
        actions.say_still(token=asked.token, now=TOO_LATE)


def test_nobody_lapses_with_an_offer_to_answer(garden):
    asked = ask(garden, now=MORNING)
    actions.ask_still(request_id=asked.pk, now=A_YEAR_LATER)
    actions.offer_plot(
        request_id=asked.pk,
        plot_id=PlotFactory(garden=garden).pk,
        starts_on=TOO_LATE.date(),
        by=None,
        now=TOO_LATE,
    )
    assert not actions.lapse(request_id=asked.pk, now=TOO_LATE)
