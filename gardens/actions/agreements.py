"""Living together on a plot: new words, going on after the trial, leaving."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gardens import letters, partners
from gardens.actions.corners import locked_tenancy
from gardens.models import (
    AgreementChange,
    PlotRequest,
    SharingAgreement,
    Side,
    Tenancy,
)
from gardens.refusals import (
    AgreementOverError,
    ChangeStandsError,
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
        tenancy, agreement = locked_agreement(token)
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
        tenancy, agreement = locked_agreement(token)
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
        tenancy, agreement = locked_agreement(token)
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
        tenancy, agreement = locked_agreement(token)
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


def locked_agreement(token: str) -> tuple[Tenancy, SharingAgreement]:
    """A household and the agreement in which it shares, read again under the garden's lock."""
    tenancy = locked_tenancy(token)
    agreement = partners.living(tenancy)
    if agreement is None:
        raise AgreementOverError
    return tenancy, agreement


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
