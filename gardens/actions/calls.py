"""What two households that share ask of the committee, and what it answers."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import letters, partners
from gardens.actions.agreements import locked_agreement
from gardens.actions.corners import locked_tenancy, runs
from gardens.locks import lock_garden
from gardens.models import PlotOffer, SharingAgreement
from gardens.refusals import (
    AgreementOverError,
    OfferStandsError,
    PlotFullError,
    ReasonMissingError,
    TenancyOverError,
)

Whole = SharingAgreement.WholePlot


def ask_for_talk(*, token: str, words: str, now: datetime | None = None) -> SharingAgreement:
    """Call the committee to talk it over; what is said stays with it.

    Raises AgreementOverError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        _tenancy, agreement = locked_agreement(token)
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
        agreement = _again(agreement_id)
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
        agreement = _again(agreement_id)
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


def _again(agreement_id: int) -> SharingAgreement:
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
