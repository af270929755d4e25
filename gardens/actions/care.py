"""The kind path of a plot that seems left alone: a visit, help, a notice, the committee; or all is well.

Each step is dated, written to the household in the words of whoever took it, and waits for its day.
"""

from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.models import Picture
from commons.people.models import Person
from gardens import journal, letters
from gardens.locks import lock_garden
from gardens.models import CareCase, CareStep, Garden, LogLine, Tenancy
from gardens.refusals import (
    AnswerUnreadError,
    CaseOpenError,
    NotNextStepError,
    ReasonMissingError,
    SeasonClosedError,
    TooSoonError,
)
from gardens.rules import care

State = CareCase.State


def note_visit(
    *,
    tenancy_id: int,
    words: str,
    by: Person | None,
    photo: Picture | None = None,
    now: datetime | None = None,
) -> CareCase:
    """Open a case with what was seen at a plot, and ask its household how it is.

    Raises ReasonMissingError, CaseOpenError, SeasonClosedError once the tenancy is over, Tenancy.DoesNotExist.
    """
    _check_words(words)
    with transaction.atomic(durable=True):
        rows = Tenancy.objects.select_related("plot", "household")
        garden = lock_garden(rows.get(pk=tenancy_id).plot.garden_id)
        tenancy, now = rows.get(pk=tenancy_id), now or timezone.now()
        today = timezone.localdate(now)
        if not Tenancy.objects.current(on=today).filter(pk=tenancy.pk).exists():
            raise SeasonClosedError
        if tenancy.care_cases.filter(state__in=CareCase.OPEN).exists():
            raise CaseOpenError
        case = CareCase.objects.create(
            tenancy=tenancy,
            state=State.VISITED,
            opened_at=now,
            next_from=care.next_from(State.VISITED, on=today),
        )
        _write(garden, case, words, by=by, photo=photo, now=now)
    return case


def offer_help(
    *, case_id: int, words: str, by: Person | None, now: datetime | None = None
) -> CareCase:
    """Propose help: hands for a morning, a corner to share, a season's rest.

    Raises ReasonMissingError, NotNextStepError, TooSoonError, AnswerUnreadError, CareCase.DoesNotExist.
    """
    return _take(State.HELP, case_id=case_id, words=words, by=by, now=now)


def give_notice(
    *, case_id: int, words: str, by: Person | None, now: datetime | None = None
) -> CareCase:
    """Say what is asked for the plot to go on, and by when. Raises as ``offer_help``."""
    return _take(State.NOTICE, case_id=case_id, words=words, by=by, now=now)


def bring_to_committee(
    *, case_id: int, words: str, by: Person | None, now: datetime | None = None
) -> CareCase:
    """Tell the household that the committee will decide, and when it can be heard. Raises as ``offer_help``."""
    return _take(State.COMMITTEE, case_id=case_id, words=words, by=by, now=now)


def release_plot(
    *,
    case_id: int,
    words: str,
    by: Person | None,
    last_day: date | None = None,
    now: datetime | None = None,
) -> CareCase:
    """The committee gives the plot to the list again from the day after a last day, the harvest done.

    Raises as ``offer_help``, and TooSoonError for a last day that leaves no time to harvest.
    """
    return _take(State.RELEASED, case_id=case_id, words=words, by=by, now=now, last_day=last_day)


def close_case(
    *, case_id: int, words: str, by: Person | None, now: datetime | None = None
) -> CareCase:
    """All is well: say so, at any step. Quiet if it is done.

    Raises ReasonMissingError, NotNextStepError once the plot was released, CareCase.DoesNotExist.
    """
    return _take(State.CLOSED, case_id=case_id, words=words, by=by, now=now)


def answer_step(
    *, case_id: int, token: str, words: str, now: datetime | None = None
) -> CareCase | None:
    """Keep a household's answer to the last step; the next one waits until somebody has read it.

    Answering again replaces the words, and they wait to be read again. None once the case is over.
    Raises ReasonMissingError, CareCase.DoesNotExist for another household's link.
    """
    _check_words(words)
    with transaction.atomic(durable=True):
        known = CareCase.objects.select_related("tenancy__plot").get(
            pk=case_id, tenancy__token=token
        )
        lock_garden(known.tenancy.plot.garden_id)
        case = CareCase.objects.get(pk=case_id)
        if not case.is_open:
            return None
        step = _last_step(case)
        step.answer = words.strip()
        step.answered_at = now or timezone.now()
        step.answer_read_at = None
        step.save()
    return case


def read_answer(*, case_id: int, by: Person | None, now: datetime | None = None) -> CareCase:
    """Somebody of the committee read what the household answered. Raises CareCase.DoesNotExist."""
    with transaction.atomic(durable=True):
        garden, case = _locked(case_id)
        step, now = _last_step(case), now or timezone.now()
        if step.waits_for_a_reader:
            step.answer_read_at = now
            step.save(update_fields=["answer_read_at"])
            journal.note(
                garden,
                LogLine.Kind.CARE,
                _("%(who)s : réponse lue. %(words)s"),
                by=by,
                now=now,
                who=str(case.tenancy),
                words=step.answer,
            )
    return case


def _take(
    state: CareCase.State,
    *,
    case_id: int,
    words: str,
    by: Person | None,
    now: datetime | None,
    last_day: date | None = None,
) -> CareCase:
    """One step of the path, under the garden's lock; taken twice, the first counts."""
    _check_words(words)
    with transaction.atomic(durable=True):
        garden, case = _locked(case_id)
        now = now or timezone.now()
        today = timezone.localdate(now)
        if case.state == state:
            return case
        _check_step(case, state, on=today)
        case.state = state
        if case.is_open:
            case.next_from = care.next_from(state, on=today)
        case.save()
        if state == State.RELEASED:
            _release(case, last_day or today + care.TO_HARVEST, today=today)
        _write(garden, case, words, by=by, photo=None, now=now)
    return case


def _check_step(case: CareCase, state: CareCase.State, *, on: date) -> None:
    is_answered = _last_step(case).waits_for_a_reader
    may_take = partial(care.may_take, state, state=case.state, next_from=case.next_from)
    if may_take(on=on, is_answered=is_answered):
        return
    if not may_take(on=date.max, is_answered=False):
        raise NotNextStepError
    if is_answered:
        raise AnswerUnreadError
    raise TooSoonError(earliest=case.next_from)


def _release(case: CareCase, last_day: date, *, today: date) -> None:
    """The tenancy ends, no sooner than the household can harvest; an end said before still counts."""
    earliest: date = today + care.TO_HARVEST
    if last_day < earliest:
        raise TooSoonError(earliest=earliest)
    tenancy = case.tenancy
    tenancy.ends_on = min(tenancy.ends_on or last_day, last_day)
    tenancy.save(update_fields=["ends_on"])


def _write(
    garden: Garden,
    case: CareCase,
    words: str,
    *,
    by: Person | None,
    photo: Picture | None,
    now: datetime,
) -> None:
    """The step, its letter and its line in the log, in the same words."""
    step = CareStep.objects.create(
        case=case, state=case.state, at=now, by=by, words=words.strip(), photo=photo
    )
    letters.tell_step(step, case.tenancy)
    journal.note(
        garden,
        LogLine.Kind.CARE,
        _("%(who)s : %(step)s. %(words)s"),
        by=by,
        now=now,
        who=str(case.tenancy),
        step=step.get_state_display(),
        words=step.words,
    )


def _last_step(case: CareCase) -> CareStep:
    return case.steps.latest("pk")


def _locked(case_id: int) -> tuple[Garden, CareCase]:
    rows = CareCase.objects.select_related("tenancy__plot", "tenancy__household")
    garden = lock_garden(rows.get(pk=case_id).tenancy.plot.garden_id)
    case = rows.get(pk=case_id)
    case.tenancy.plot.garden = garden
    return garden, case


def _check_words(words: str) -> None:
    if not words.strip():
        raise ReasonMissingError
