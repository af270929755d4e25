"""A household's answer to a season, and what the committee decides where none came or a trial ends."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import enrolling, journal, letters
from gardens.actions.fees import give_up_attempts
from gardens.actions.seasons import confirm
from gardens.locks import lock_garden
from gardens.models import Enrolment, Garden, LogLine, PlotOffer, Season, Tenancy
from gardens.refusals import (
    PlaceGoneError,
    PromiseStandsError,
    ReasonMissingError,
    SeasonClosedError,
    TooSoonError,
)
from gardens.rules.seasons import NOTICE_OF_END, last_day_of_leaver


def stay(
    *,
    enrolment_id: int,
    signed_by: str = "",
    chosen_cents: int | None = None,
    by: Person | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> Enrolment:
    """Say that a household goes on: sign the charter if it changed, owe what it chose.

    Said again it changes what is owed, until that is paid; who had left comes back while its place is free.
    ``by`` and ``reason`` are of the committee member who took the answer down, on paper or by telephone.
    Raises SeasonClosedError, PlaceGoneError, FeeRefusedError, SignatureMissingError, ReasonMissingError,
    ProviderUnreachableError, Enrolment.DoesNotExist.
    """
    _check_reason(by, reason)
    give_up_attempts(enrolment_id)
    with transaction.atomic(durable=True):
        garden, enrolment = _locked(enrolment_id)
        now = now or timezone.now()
        _check_open(enrolment, now=now)
        if enrolment.state == Enrolment.State.STAYS and enrolment.is_settled:
            return enrolment
        if enrolment.state == Enrolment.State.LEAVES:
            _take_back(enrolment, now=now)
        enrolment = enrolling.enrol(
            enrolment.tenancy,
            enrolment.season,
            signed_by=signed_by,
            chosen_cents=chosen_cents,
            now=now,
            with_deposit=enrolling.owes_deposit(enrolment.tenancy, enrolment.season),
        )
        _note_for(garden, enrolment, _("%(who)s continue. %(reason)s"), by, reason, now=now)
        letters.tell_stays(enrolment, now=now)
    return enrolment


def leave(
    *,
    enrolment_id: int,
    by: Person | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> Enrolment:
    """Give a plot back: it is the list's from the day after the last day. A partner keeps its own part.

    What is still owed is owed no more. Quiet if it is done. Raises SeasonClosedError, ReasonMissingError,
    ProviderUnreachableError, Enrolment.DoesNotExist.
    """
    _check_reason(by, reason)
    give_up_attempts(enrolment_id)
    with transaction.atomic(durable=True):
        garden, enrolment = _locked(enrolment_id)
        now = now or timezone.now()
        _check_open(enrolment, now=now)
        if enrolment.state == Enrolment.State.LEAVES:
            return enrolment
        tenancy, season = enrolment.tenancy, enrolment.season
        last_day = last_day_of_leaver(
            had_said_yes=enrolment.state == Enrolment.State.STAYS,
            starts_on=season.starts_on,
            ends_on=season.ends_on,
            on=timezone.localdate(now),
        )
        _end(tenancy, last_day)
        enrolment.state = Enrolment.State.LEAVES
        enrolment.answered_at = now
        if enrolment.fee_state == Enrolment.Fee.DUE:
            enrolment.fee_state = Enrolment.Fee.NONE
            enrolment.fee_cents = enrolment.deposit_cents = 0
        enrolment.save()
        _note_for(garden, enrolment, _("%(who)s s’arrête. %(reason)s"), by, reason, now=now)
        letters.tell_leaves(enrolment)
    return enrolment


def confirm_tenancy(
    *, tenancy_id: int, reason: str, by: Person | None, now: datetime | None = None
) -> Tenancy:
    """End a household's trial season well, with the reason in the log. Quiet if it is done.

    Raises ReasonMissingError, Tenancy.DoesNotExist.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        garden, tenancy = _locked_tenancy(tenancy_id)
        if tenancy.state == Tenancy.State.TRIAL:
            confirm(tenancy)
            _note(garden, tenancy, _("%(who)s : essai confirmé. %(reason)s"), by, reason, now=now)
    return tenancy


def end_tenancy(
    *,
    tenancy_id: int,
    last_day: date,
    reason: str,
    by: Person | None,
    now: datetime | None = None,
) -> Tenancy:
    """End a trial, or the tenancy of who never answered, with a delay and a reason that they read.

    A confirmed household that answered keeps its plot. Raises PromiseStandsError, TooSoonError,
    ReasonMissingError, Tenancy.DoesNotExist.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        garden, tenancy = _locked_tenancy(tenancy_id)
        now = now or timezone.now()
        today = timezone.localdate(now)
        if tenancy.ends_on is not None and tenancy.ends_on <= last_day:
            return tenancy
        if tenancy.state != Tenancy.State.TRIAL and not _is_silent(tenancy, on=today):
            raise PromiseStandsError
        if last_day < today + NOTICE_OF_END:
            raise TooSoonError(earliest=today + NOTICE_OF_END)
        tenancy.ended_because = reason.strip()
        _end(tenancy, last_day)
        letters.tell_ended(tenancy)
        _note(garden, tenancy, _("%(who)s : fin décidée. %(reason)s"), by, reason, now=now)
    return tenancy


def _is_silent(tenancy: Tenancy, *, on: date) -> bool:
    """Whether it was asked, and never answered in time."""
    return tenancy.enrolments.filter(
        state=Enrolment.State.ASKED,
        season__state=Season.State.OPEN,
        season__answer_by__lt=on,
        season__starts_on__gt=tenancy.starts_on,
    ).exists()


def _end(tenancy: Tenancy, last_day: date) -> None:
    """Its last day; never later than one that was said already, never before its first."""
    known = tenancy.ends_on or last_day
    tenancy.ends_on = max(min(known, last_day), tenancy.starts_on)
    tenancy.save(update_fields=["ends_on", "ended_because"])


def _take_back(enrolment: Enrolment, *, now: datetime) -> None:
    """Who had left comes back, unless its part was offered, or given, to another since."""
    tenancy = enrolment.tenancy
    last_day = tenancy.ends_on
    if last_day is None:
        return
    part = {"plot": tenancy.plot_id, "part": tenancy.part}
    later = Tenancy.objects.between(first=last_day, last=date.max).filter(**part)
    if later.exclude(pk=tenancy.pk).exists() or last_day < timezone.localdate(now):
        raise PlaceGoneError
    if PlotOffer.objects.alive(at=now).filter(**part).exists():
        raise PlaceGoneError
    tenancy.ends_on = None
    tenancy.save(update_fields=["ends_on"])


def _locked(enrolment_id: int) -> tuple[Garden, Enrolment]:
    """A household's season under its garden's lock, re-read."""
    rows = Enrolment.objects.select_related(
        "season__charter", "tenancy__plot", "tenancy__household"
    )
    garden = lock_garden(rows.get(pk=enrolment_id).season.garden_id)
    enrolment = rows.select_for_update(of=("self",)).get(pk=enrolment_id)
    enrolment.season.garden = enrolment.tenancy.plot.garden = garden
    return garden, enrolment


def _locked_tenancy(tenancy_id: int) -> tuple[Garden, Tenancy]:
    rows = Tenancy.objects.select_related("plot", "household")
    garden = lock_garden(rows.get(pk=tenancy_id).plot.garden_id)
    tenancy = rows.get(pk=tenancy_id)
    tenancy.plot.garden = garden
    return garden, tenancy


def _check_open(enrolment: Enrolment, *, now: datetime) -> None:
    """A season takes answers until it is closed, of those who still hold their plot."""
    ended = enrolment.tenancy.ends_on
    is_over = ended is not None and ended < timezone.localdate(now)
    if enrolment.season.state != Season.State.OPEN or is_over:
        raise SeasonClosedError


def _check_reason(by: Person | None, reason: str) -> None:
    """Who answers for another says how they know."""
    if by is not None and not reason.strip():
        raise ReasonMissingError


def _note_for(
    garden: Garden,
    enrolment: Enrolment,
    sentence: Any,
    by: Person | None,
    reason: str,
    *,
    now: datetime,
) -> None:
    """What the committee took down is in the log; what a household answers itself is in its season."""
    if by is not None:
        _note(garden, enrolment.tenancy, sentence, by, reason, now=now)


def _note(
    garden: Garden,
    tenancy: Tenancy,
    sentence: Any,
    by: Person | None,
    reason: str,
    *,
    now: datetime | None,
) -> None:
    journal.note(
        garden,
        LogLine.Kind.TENANCY,
        sentence,
        by=by,
        now=now or timezone.now(),
        who=str(tenancy),
        reason=reason.strip(),
    )
