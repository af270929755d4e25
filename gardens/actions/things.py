"""Lending and giving within a garden: by token, without an address shown to anybody."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gardens import letters, queries, reminders
from gardens.models import Loan, Tenancy, Thing
from gardens.models.things import STANDING
from gardens.refusals import NotTheirsError, ThingBusyError, ThingGoneError


def offer_thing(*, tenancy_id: int, **facts: Any) -> Thing:
    """Propose a thing to one's garden; ``facts`` are the other fields of Thing."""
    with transaction.atomic(durable=True):
        owner = Tenancy.objects.select_related("plot").get(pk=tenancy_id)
        return Thing.objects.create(garden_id=owner.plot.garden_id, owner=owner, **facts)


def withdraw_thing(*, thing_id: int, tenancy_id: int, now: datetime | None = None) -> Thing:
    """Take one's thing off the list; what was reserved and not handed over is cancelled, and people told.

    Raises Thing.DoesNotExist, NotTheirsError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        thing = _lock(thing_id)
        if thing.owner_id != tenancy_id:
            raise NotTheirsError
        if thing.withdrawn_at is None:
            thing.withdrawn_at = now
            thing.save(update_fields=["withdrawn_at"])
            for loan in _loans(thing).filter(state=Loan.State.ASKED):
                _end(loan, Loan.State.CANCELLED, now=now)
                letters.tell_borrower(loan, letters.THING_ANSWERED)
    return thing


def ask_for_thing(
    *,
    thing_id: int,
    tenancy_id: int,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    quantity: int = 1,
    words: str = "",
    now: datetime | None = None,
) -> Loan:
    """Reserve what is given, or book what is lent for hours that nobody has; its owner is written to.

    Raises Thing.DoesNotExist, ThingGoneError, ThingBusyError, NotTheirsError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        thing = _lock(thing_id)
        _refuse_strangers(thing, tenancy_id=tenancy_id, now=now)
        if thing.is_lent:
            _refuse_if_busy(thing, starts_at, ends_at)
        elif queries.left_of(thing) < quantity:
            raise ThingGoneError
        loan = Loan.objects.create(
            thing=thing,
            tenancy_id=tenancy_id,
            quantity=1 if thing.is_lent else quantity,
            starts_at=starts_at if thing.is_lent else None,
            ends_at=ends_at if thing.is_lent else None,
            words=words,
            asked_at=now,
        )
        letters.tell_owner(loan, letters.THING_ASKED)
    return loan


def answer_loan(
    *, loan_id: int, tenancy_id: int, yes: bool, answer: str = "", now: datetime | None = None
) -> Loan:
    """The owner says where and when to meet, or no. Raises Loan.DoesNotExist, NotTheirsError."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        loan = _lock_loan(loan_id)
        if loan.thing.owner_id != tenancy_id or loan.state != Loan.State.ASKED:
            raise NotTheirsError
        loan.answer = answer
        loan.save(update_fields=["answer"])
        if not yes:
            _end(loan, Loan.State.CANCELLED, now=now)
        letters.tell_borrower(loan, letters.THING_ANSWERED, once=f"{now:%Y%m%d%H%M%S}")
    return loan


def hand_over(*, loan_id: int, tenancy_id: int, now: datetime | None = None) -> Loan:
    """« Je l’ai », or « je l’ai remis »: either side says it. What is lent is asked back in time.

    Leaves quietly when it was said already. Raises Loan.DoesNotExist, NotTheirsError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        loan = _lock_loan(loan_id)
        _refuse_others(loan, tenancy_id=tenancy_id)
        if loan.state == Loan.State.ASKED:
            loan.state = Loan.State.HANDED
            loan.handed_at = now
            loan.save(update_fields=["state", "handed_at"])
            reminders.write_for_loan(loan, now=now)
    return loan


def bring_back(*, loan_id: int, tenancy_id: int, now: datetime | None = None) -> Loan:
    """It is back; either side says it. Raises Loan.DoesNotExist, NotTheirsError."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        loan = _lock_loan(loan_id)
        _refuse_others(loan, tenancy_id=tenancy_id)
        if loan.state == Loan.State.HANDED and loan.thing.is_lent:
            _end(loan, Loan.State.RETURNED, now=now)
    return loan


def cancel_loan(*, loan_id: int, tenancy_id: int, now: datetime | None = None) -> Loan:
    """Whoever asked needs it no more; its owner is told. Raises Loan.DoesNotExist, NotTheirsError."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        loan = _lock_loan(loan_id)
        if loan.tenancy_id != tenancy_id:
            raise NotTheirsError
        if loan.state == Loan.State.ASKED:
            _end(loan, Loan.State.CANCELLED, now=now)
            letters.tell_owner(loan, letters.THING_CANCELLED)
    return loan


def _lock(thing_id: int) -> Thing:
    return Thing.objects.select_for_update(of=("self",)).select_related("garden").get(pk=thing_id)


def _lock_loan(loan_id: int) -> Loan:
    _lock(Loan.objects.get(pk=loan_id).thing_id)
    return Loan.objects.select_related("thing__owner", "tenancy").get(pk=loan_id)


def _loans(thing: Thing) -> Any:
    return thing.loans.select_related("tenancy", "thing__owner")


def _refuse_strangers(thing: Thing, *, tenancy_id: int, now: datetime) -> None:
    here = Tenancy.objects.current(on=timezone.localdate(now)).filter(plot__garden=thing.garden_id)
    if not here.filter(pk=tenancy_id).exists() or thing.owner_id == tenancy_id:
        raise NotTheirsError
    if thing.withdrawn_at:
        raise ThingGoneError


def _refuse_if_busy(thing: Thing, starts_at: datetime | None, ends_at: datetime | None) -> None:
    overlapping = thing.loans.filter(
        state__in=STANDING, starts_at__lt=ends_at, ends_at__gt=starts_at
    )
    if overlapping.exists():
        raise ThingBusyError


def _refuse_others(loan: Loan, *, tenancy_id: int) -> None:
    if tenancy_id not in (loan.tenancy_id, loan.thing.owner_id):
        raise NotTheirsError


def _end(loan: Loan, state: Loan.State, *, now: datetime) -> None:
    loan.state = state
    loan.closed_at = now
    loan.save(update_fields=["state", "closed_at"])
