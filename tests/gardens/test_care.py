"""The kind path of a plot that seems left alone: step by step, each on its day, each said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from commons.notices.models import Message
from gardens import actions
from gardens.models import CareCase, LogLine, Tenancy
from gardens.refusals import (
    AnswerUnreadError,
    CaseOpenError,
    NotNextStepError,
    ReasonMissingError,
    SeasonClosedError,
    TooSoonError,
)
from gardens.rules import care
from tests.gardens.factories import TenancyFactory

MAY = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
VERBS = {
    care.HELP: actions.offer_help,
    care.NOTICE: actions.give_notice,
    care.COMMITTEE: actions.bring_to_committee,
    care.RELEASED: actions.release_plot,
    care.CLOSED: actions.close_case,
}
STATES = [*care.NEXT, care.RELEASED, care.CLOSED]


def days(number: int) -> datetime:
    return MAY + timedelta(days=number)


def visit(**given: object) -> CareCase:
    tenancy = TenancyFactory(name="Amina Diallo", email="amina@exemple.fr", **given)
    return actions.note_visit(
        tenancy_id=tenancy.pk, words="Les tomates ont soif.", by=None, now=MAY
    )


@given(
    state=st.sampled_from(STATES),
    step=st.sampled_from(STATES),
    late=st.integers(-40, 40),
    is_answered=st.booleans(),
)
def test_no_step_is_skipped_nor_taken_before_its_day(state, step, late, is_answered):
    due = date(2026, 6, 1)
    taken = care.may_take(
        step,
        state=state,
        next_from=due,
        on=due + timedelta(days=late),
        is_answered=is_answered,
    )
    if taken and step != care.CLOSED:
        assert care.NEXT[state] == step
        assert late >= 0
        assert not is_answered
    if state in (care.RELEASED, care.CLOSED):
        assert not taken
    if step == care.CLOSED and state in care.NEXT:
        assert taken


@given(st.lists(st.tuples(st.sampled_from(STATES), st.integers(0, 30)), max_size=30))
def test_however_the_verbs_come_a_release_takes_six_weeks_and_all_steps(calls):
    """The whole machine: any calls on any days."""
    state, first = care.VISITED, date(2026, 5, 4)
    due, today, seen = care.next_from(care.VISITED, on=first), first, [care.VISITED]
    for step, waited in calls:
        today += timedelta(days=waited)
        if care.may_take(step, state=state, next_from=due, on=today, is_answered=False):
            state = step
            seen.append(step)
            due = care.next_from(step, on=today) if step in care.AFTER else due
    if state == care.RELEASED:
        assert seen == [care.VISITED, care.HELP, care.NOTICE, care.COMMITTEE, care.RELEASED]
        assert today - first >= sum(care.AFTER.values(), timedelta())


@pytest.mark.django_db
def test_the_whole_path_is_said_step_by_step():
    case = visit()
    for step, after in ((care.HELP, 7), (care.NOTICE, 21), (care.COMMITTEE, 42)):
        VERBS[step](case_id=case.pk, words=f"Voici {step}.", by=None, now=days(after))
    actions.release_plot(case_id=case.pk, words="Le comité a voté.", by=None, now=days(49))

    case.refresh_from_db()
    tenancy = Tenancy.objects.get()
    assert case.state == CareCase.State.RELEASED
    assert tenancy.ends_on == days(49).date() + care.TO_HARVEST
    assert Message.objects.count() == LogLine.objects.count() == case.steps.count() == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("step", "on", "refusal"),
    [
        (care.HELP, 6, TooSoonError),
        (care.NOTICE, 60, NotNextStepError),
        (care.RELEASED, 60, NotNextStepError),
    ],
)
def test_a_step_too_soon_or_out_of_turn_is_refused(step, on, refusal):
    case = visit()
    with pytest.raises(refusal):
        VERBS[step](case_id=case.pk, words="Trop vite.", by=None, now=days(on))
    case.refresh_from_db()
    assert (case.state, Message.objects.count()) == (CareCase.State.VISITED, 1)


@pytest.mark.django_db
def test_a_step_taken_twice_is_said_once():
    case = visit()
    for _time in range(2):
        actions.offer_help(case_id=case.pk, words="Samedi à dix ?", by=None, now=days(7))
    assert Message.objects.count() == 2


@pytest.mark.django_db
def test_an_answer_holds_the_next_step_until_it_is_read():
    case = visit()
    token = case.tenancy.token
    actions.answer_step(case_id=case.pk, token=token, words="Je sors de l’hôpital.", now=days(2))

    with pytest.raises(AnswerUnreadError):
        actions.offer_help(case_id=case.pk, words="…", by=None, now=days(9))

    actions.read_answer(case_id=case.pk, by=None, now=days(9))
    assert actions.offer_help(case_id=case.pk, words="On arrose.", by=None, now=days(9))
    assert case.steps.first().answer == "Je sors de l’hôpital."


@pytest.mark.django_db
def test_all_is_well_may_be_said_at_any_time_even_unread():
    case = visit()
    actions.answer_step(case_id=case.pk, token=case.tenancy.token, words="J’y suis !", now=days(1))
    actions.close_case(case_id=case.pk, words="Belle parcelle.", by=None, now=days(1))
    case.refresh_from_db()
    assert case.state == CareCase.State.CLOSED
    with pytest.raises(NotNextStepError):
        actions.offer_help(case_id=case.pk, words="…", by=None, now=days(90))
    assert actions.answer_step(case_id=case.pk, token=case.tenancy.token, words="?") is None


@pytest.mark.django_db
def test_another_household_s_link_answers_nothing():
    case = visit()
    with pytest.raises(CareCase.DoesNotExist):
        actions.answer_step(case_id=case.pk, token=TenancyFactory().token, words="Moi !")


@pytest.mark.django_db
def test_one_case_at_a_time_of_a_tenancy_that_runs_and_never_without_words():
    case = visit()
    with pytest.raises(CaseOpenError):
        actions.note_visit(tenancy_id=case.tenancy_id, words="Encore", by=None, now=days(1))
    ended = TenancyFactory(ends_on=date(2026, 4, 1))
    with pytest.raises(SeasonClosedError):
        actions.note_visit(tenancy_id=ended.pk, words="Vide", by=None, now=MAY)
    with pytest.raises(ReasonMissingError):
        actions.close_case(case_id=case.pk, words=" ", by=None, now=MAY)


@pytest.mark.django_db
def test_a_release_leaves_time_to_harvest():
    case = visit()
    CareCase.objects.update(state=CareCase.State.COMMITTEE, next_from=MAY.date())
    with pytest.raises(TooSoonError):
        actions.release_plot(
            case_id=case.pk, words="Vite", by=None, last_day=days(3).date(), now=days(1)
        )
    case.refresh_from_db()
    assert case.state == CareCase.State.COMMITTEE


@pytest.mark.django_db
def test_the_household_reads_and_answers_by_its_link(client: Client):
    tenancy = TenancyFactory(email="amina@exemple.fr")
    case = actions.note_visit(tenancy_id=tenancy.pk, words="Les tomates ont soif.", by=None)
    assert "Lire et répondre" in client.get(tenancy.get_absolute_url()).content.decode()
    assert "Les tomates ont soif." in client.get(case.get_absolute_url()).content.decode()
    assert client.post(case.get_absolute_url(), {"answer": " "}).status_code == 422
    answer = client.post(case.get_absolute_url(), {"answer": "Je passe samedi."})
    assert answer.url == case.get_absolute_url()
    assert "Je passe samedi." in client.get(case.get_absolute_url()).content.decode()
