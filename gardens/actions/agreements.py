"""Living together on a plot: new words, going on after the trial, leaving, calling the committee."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import letters, partners
from gardens.actions.corners import locked_tenancy, runs
from gardens.locks import lock_garden
from gardens.models import (
    AgreementChange,
    PlotOffer,
    PlotRequest,
    SharingAgreement,
    Side,
    Tenancy,
)
from gardens.refusals import (
    AgreementOverError,
    ChangeStandsError,
    OfferStandsError,
    PlotFullError,
    ReasonMissingError,
    TenancyOverError,
)

State, Whole = SharingAgreement.State, SharingAgreement.WholePlot
Change = AgreementChange.State


def amend_agreement(
    *, token: str, shares: str, duties: str, now: datetime | None = None
) -> AgreementChange | None:
    """Propose other words; they count once the partner confirms. The same words again change nothing.

    Raises AgreementOverError, ChangeStandsError while the partner's own words wait, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy, agreement = _locked(token)
        now = now or timezone.now()
        if (agreement.shares, agreement.duties) == (shares, duties):
            return None
        standing = agreement.changes.filter(state=Change.PROPOSED).first()
        if standing and standing.by_id != tenancy.pk:
            raise ChangeStandsError
        partners.drop_change(agreement, now=now)
        change = AgreementChange.objects.create(
            agreement=agreement, by=tenancy, shares=shares, duties=duties, proposed_at=now
        )
        letters.tell_change(change)
    return change


def answer_change(
    *, token: str, change_id: int, agrees: bool, now: datetime | None = None
) -> SharingAgreement:
    """Confirm the partner's new words, or keep the old ones. Quiet if they were answered or replaced.

    Raises AgreementOverError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy, agreement = _locked(token)
        now = now or timezone.now()
        waiting = agreement.changes.filter(pk=change_id, state=Change.PROPOSED)
        change = waiting.exclude(by=tenancy).select_related("by").first()
        if change is None:
            return agreement
        change.state = Change.CONFIRMED if agrees else Change.DROPPED
        change.closed_at = now
        change.save(update_fields=["state", "closed_at"])
        if agrees:
            agreement.shares, agreement.duties = change.shares, change.duties
            agreement.written_at = now
            agreement.save(update_fields=["shares", "duties", "written_at"])
            partners.note(agreement, _("Parcelle %(number)d : accord récrit."), by=None, now=now)
        letters.tell_change_answered(change)
    return agreement


def keep_on(*, token: str, now: datetime | None = None) -> SharingAgreement:
    """One of the two goes on after the trial; when both do, the sharing lasts.

    Raises AgreementOverError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy, agreement = _locked(token)
        now = now or timezone.now()
        side = agreement.side_of(tenancy)
        if agreement.stays(side):
            return agreement
        if side == Side.HOST:
            agreement.host_stays_at = now
        else:
            agreement.guest_stays_at = now
        if agreement.host_stays_at and agreement.guest_stays_at:
            agreement.state = State.LASTING
            partners.note(
                agreement, _("Parcelle %(number)d : le partage continue."), by=None, now=now
            )
            letters.tell_lasting(agreement)
        agreement.save()
    return agreement


def leave_sharing(
    *, token: str, back_in_line: bool = False, now: datetime | None = None
) -> SharingAgreement:
    """One of the two leaves its part today; the other keeps theirs.

    A guest who leaves during the trial may wait again at the date they first asked.
    Raises AgreementOverError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy, agreement = _locked(token)
        now = now or timezone.now()
        was_guest_on_trial = (
            agreement.state == State.TRIAL and agreement.side_of(tenancy) == Side.GUEST
        )
        tenancy.ends_on = timezone.localdate(now)
        tenancy.save(update_fields=["ends_on"])
        ended = partners.part_ways(tenancy, last_day=tenancy.ends_on, now=now)
        if back_in_line and was_guest_on_trial and ended:
            _back_in_line(ended)
    return ended or agreement


def ask_for_talk(*, token: str, words: str, now: datetime | None = None) -> SharingAgreement:
    """Call the committee to talk it over; what is said stays with it.

    Raises AgreementOverError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        _tenancy, agreement = _locked(token)
        agreement.talk_asked_at = now or timezone.now()
        agreement.talk_words = words
        agreement.save(update_fields=["talk_asked_at", "talk_words"])
    return agreement


def note_talk(
    *, agreement_id: int, by: Person | None, words: str, now: datetime | None = None
) -> SharingAgreement:
    """The committee talked with both, and keeps what came of it. Raises ReasonMissingError, DoesNotExist."""
    if not words.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        agreement = _locked_agreement(agreement_id)
        agreement.talk_asked_at, agreement.talk_words = None, ""
        agreement.save(update_fields=["talk_asked_at", "talk_words"])
        partners.note(
            agreement,
            _("Parcelle %(number)d : l’équipe a parlé avec les deux foyers. %(said)s"),
            by=by,
            now=now or timezone.now(),
            said=words.strip(),
        )
    return agreement


def ask_whole_plot(*, token: str, now: datetime | None = None) -> SharingAgreement:
    """Whose partner left asks to hold the whole plot; the committee decides. Quiet if it is asked already.

    Raises AgreementOverError, TenancyOverError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy = locked_tenancy(token)
        agreement = partners.last(tenancy)
        if agreement is None or agreement.is_living or agreement.left_by_id == tenancy.pk:
            raise AgreementOverError
        if not runs(tenancy, now=now or timezone.now()):
            raise TenancyOverError
        if not agreement.whole_plot:
            agreement.whole_plot = Whole.ASKED
            agreement.save(update_fields=["whole_plot"])
    return agreement


def decide_whole_plot(
    *,
    agreement_id: int,
    granted: bool,
    by: Person | None,
    reason: str,
    now: datetime | None = None,
) -> SharingAgreement:
    """The committee gives the whole plot to who stayed, or keeps it in parts, and says why.

    Raises ReasonMissingError, OfferStandsError, PlotFullError when the free part was given meanwhile.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        agreement = _locked_agreement(agreement_id)
        now = now or timezone.now()
        if agreement.whole_plot != Whole.ASKED:
            return agreement
        if granted:
            _check_part_is_free(agreement, now=now)
            partners.give_back(agreement.host.plot)
        agreement.whole_plot = Whole.GRANTED if granted else Whole.REFUSED
        agreement.save(update_fields=["whole_plot"])
        words = (
            _("Parcelle %(number)d : accordée en entier à qui reste. %(reason)s")
            if granted
            else _("Parcelle %(number)d : gardée en parts. %(reason)s")
        )
        partners.note(agreement, words, by=by, now=now, reason=reason.strip())
        letters.tell_whole_plot(agreement)
    return agreement


def _locked(token: str) -> tuple[Tenancy, SharingAgreement]:
    """A household and the agreement in which it shares, read again under the garden's lock."""
    tenancy = locked_tenancy(token)
    agreement = partners.living(tenancy)
    if agreement is None:
        raise AgreementOverError
    return tenancy, agreement


def _locked_agreement(agreement_id: int) -> SharingAgreement:
    rows = SharingAgreement.objects.filter(pk=agreement_id)
    lock_garden(rows.values_list("host__plot__garden", flat=True).get())
    return rows.select_related(
        "host__plot__garden", "host__household", "guest__plot__garden", "guest__household"
    ).get()


def _check_part_is_free(agreement: SharingAgreement, *, now: datetime) -> None:
    plot, today = agreement.host.plot, timezone.localdate(now)
    if PlotOffer.objects.alive(at=now).filter(plot=plot).exists():
        raise OfferStandsError
    held = plot.tenancies.between(first=today, last=date.max).exclude(pk=agreement.left_by_id or 0)
    if held.count() >= plot.parts:
        raise PlotFullError


def _back_in_line(agreement: SharingAgreement) -> None:
    """The request waits again, at its own date, unless the same address asked anew meanwhile."""
    if agreement.match is None:
        return
    asked = agreement.match.request
    line = PlotRequest.objects.waiting().filter(garden=asked.garden_id)
    if asked.state != PlotRequest.State.GRANTED or line.filter(email__iexact=asked.email).exists():
        return
    asked.state = PlotRequest.State.WAITING
    asked.closed_at = None
    asked.save(update_fields=["state", "closed_at"])
