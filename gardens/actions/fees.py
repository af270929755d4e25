"""Fees and deposits: paid by card or by hand, waived, given back. No plot is ever lost over one."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.payments.actions import abandon_payment, ask_refund
from commons.people.models import Person
from gardens import journal, letters, paying
from gardens.locks import lock_enrolment
from gardens.models import Enrolment, LogLine
from gardens.refusals import NothingDueError, ReasonMissingError


def ask_fee(*, enrolment_id: int) -> Enrolment:
    """Open a payment by card for what a household still owes; the one that is open serves again.

    Raises ProviderUnreachableError while an older attempt, of another amount, can't be given up.
    """
    enrolment = Enrolment.objects.get(pk=enrolment_id)
    for payment_id in paying.open_attempts(enrolment, except_of=enrolment.due_cents):
        abandon_payment(payment_id=payment_id)
    with transaction.atomic(durable=True):
        enrolment = _locked(enrolment_id)
        if enrolment.due_cents and not paying.open_attempt(enrolment):
            paying.ask_payment(enrolment)
    return enrolment


def note_paid_by_hand(
    *, enrolment_id: int, by: Person | None, now: datetime | None = None
) -> Enrolment:
    """Cash or a cheque was handed over; leave quietly if the fee came in meanwhile.

    An attempt by card is given up first. Raises NothingDueError, ProviderUnreachableError.
    """
    give_up_attempts(enrolment_id)
    with transaction.atomic(durable=True):
        enrolment, now = _locked(enrolment_id), now or timezone.now()
        if enrolment.fee_state == Enrolment.Fee.PAID:
            return enrolment
        _check_due(enrolment)
        enrolment.note_paid(at=now, by_hand=True)
        enrolment.save()
        _note(enrolment, _("Cotisation remise en main propre : %(who)s."), by=by, now=now)
        letters.tell_enrolment(enrolment, letters.FEE_PAID)
    return enrolment


def waive_fee(
    *, enrolment_id: int, reason: str, by: Person | None, now: datetime | None = None
) -> Enrolment:
    """The committee asks nothing of a household this season, deposit included; its reason stays in the log.

    Raises NothingDueError, ReasonMissingError, ProviderUnreachableError.
    """
    if not reason.strip():
        raise ReasonMissingError
    give_up_attempts(enrolment_id)
    with transaction.atomic(durable=True):
        enrolment, now = _locked(enrolment_id), now or timezone.now()
        if enrolment.fee_state == Enrolment.Fee.WAIVED:
            return enrolment
        _check_due(enrolment)
        enrolment.fee_state = Enrolment.Fee.WAIVED
        enrolment.deposit_cents = 0
        enrolment.save()
        _note(
            enrolment,
            _("Dispense de cotisation : %(who)s. %(reason)s"),
            by=by,
            now=now,
            reason=reason.strip(),
        )
        letters.tell_enrolment(enrolment, letters.FEE_WAIVED)
    return enrolment


def give_deposit_back(
    *, enrolment_id: int, by: Person | None, by_card: bool = False, now: datetime | None = None
) -> Enrolment:
    """Give a household its deposit back, by hand or on the card that paid it; once.

    Raises NothingDueError when none is kept, or when no card paid it.
    """
    with transaction.atomic(durable=True):
        payment = paying.lock_paid(enrolment_id) if by_card else None
        enrolment, now = _locked(enrolment_id), now or timezone.now()
        if enrolment.deposit_back_at:
            return enrolment
        no_card = payment is None or enrolment.paid_by_hand
        if not enrolment.keeps_deposit or (by_card and no_card):
            raise NothingDueError
        if payment:
            ask_refund(
                payment=payment, amount_cents=enrolment.deposit_cents, reason="deposit given back"
            )
        enrolment.deposit_back_at = now
        enrolment.save()
        _note(enrolment, _("Caution rendue : %(who)s."), by=by, now=now)
        letters.tell_enrolment(enrolment, letters.DEPOSIT_BACK)
    return enrolment


def give_up_attempts(enrolment_id: int) -> None:
    """At the provider first, and outside any transaction: a late success is then known.

    Raises ProviderUnreachableError, Enrolment.DoesNotExist.
    """
    for payment_id in paying.open_attempts(Enrolment.objects.get(pk=enrolment_id)):
        abandon_payment(payment_id=payment_id)


def _locked(enrolment_id: int) -> Enrolment:
    enrolment = lock_enrolment(enrolment_id)
    if enrolment is None:
        raise Enrolment.DoesNotExist
    return enrolment


def _check_due(enrolment: Enrolment) -> None:
    if not enrolment.due_cents:
        raise NothingDueError


def _note(
    enrolment: Enrolment, sentence: Any, *, by: Person | None, now: datetime, **facts: Any
) -> None:
    journal.note(
        enrolment.season.garden,
        LogLine.Kind.SEASON,
        sentence,
        by=by,
        now=now,
        who=str(enrolment.tenancy),
        **facts,
    )
