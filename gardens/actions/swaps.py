"""One turn against another: both households agree, and neither ends with two at once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gardens import letters
from gardens.duties import gardens_there, held_or_refuse, hold, is_busy, let_go, read_duty
from gardens.locks import lock_garden, lock_garden_of_duty
from gardens.models import Duty, Swap, Tenancy, Turn
from gardens.refusals import AlreadyTakenError, NotTheirsError, TwoAtOnceError


def propose_swap(
    *, token: str, wanted_id: int | None = None, now: datetime | None = None
) -> tuple[Swap, bool]:
    """Offer a duty against another one, or to anybody; says whether it is new.

    Whoever holds the wanted one is written to. An offer to anybody stands on the rota's page until somebody
    answers with a duty of theirs, which is a swap too. Raises Duty.DoesNotExist, NotTheirsError,
    TwoAtOnceError, TurnOverError, TurnCalledOffError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden_of_duty(token)
        offered = read_duty(token=token)
        held_or_refuse(offered, now=now)
        wanted = read_duty(pk=wanted_id) if wanted_id else None
        if wanted:
            held_or_refuse(wanted, now=now)
            _refuse_if_impossible(offered, wanted)
        swap, is_new = Swap.objects.get_or_create(
            offered=offered,
            wanted=wanted,
            state=Swap.State.PROPOSED,
            defaults={"asked_at": now},
        )
        if is_new and wanted:
            letters.tell_swap(swap, letters.SWAP_ASKED, to=wanted.tenancy)
    return swap, is_new


def accept_swap(*, token: str, now: datetime | None = None) -> Duty:
    """Yes from whoever holds the wanted duty: each has the other's turn; the acceptor's new duty.

    Leaves quietly when it is done already. Raises Swap.DoesNotExist, AlreadyTakenError when it stands no more,
    TwoAtOnceError, NotTheirsError, TurnOverError, TurnCalledOffError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        swap = _locked(token)
        if swap.wanted_id is None or swap.state != Swap.State.PROPOSED:
            raise AlreadyTakenError
        offered, wanted = read_duty(pk=swap.offered_id), read_duty(pk=swap.wanted_id)
        for duty in (offered, wanted):
            held_or_refuse(duty, now=now)
        _refuse_if_impossible(offered, wanted)
        for duty in (offered, wanted):
            let_go(duty, now=now)
        Swap.objects.filter(pk=swap.pk).update(state=Swap.State.DONE, closed_at=now)
        given = _exchange(wanted.turn, offered.tenancy, now=now)
        gained = _exchange(offered.turn, wanted.tenancy, now=now)
        for duty in (given, gained):
            letters.tell(duty, letters.TURN_SWAPPED)
    return gained


def decline_swap(*, token: str, now: datetime | None = None) -> Swap:
    """No, thank you; the proposer is told, and keeps their turn. Raises Swap.DoesNotExist."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        swap = _locked(token)
        if swap.state == Swap.State.PROPOSED:
            swap.state = Swap.State.DECLINED
            swap.closed_at = now
            swap.save(update_fields=["state", "closed_at"])
            if swap.wanted_id:
                letters.tell_swap(swap, letters.SWAP_DECLINED, to=swap.offered.tenancy)
    return swap


def _locked(token: str) -> Swap:
    swaps = Swap.objects.select_related("offered__tenancy", "offered__turn__chore")
    lock_garden(swaps.get(token=token).offered.turn.chore.garden_id)
    return swaps.get(token=token)


def _refuse_if_impossible(offered: Duty, wanted: Duty) -> None:
    """Each must garden there on the other's day, and be free at the other's hour."""
    if offered.turn.chore.garden_id != wanted.turn.chore.garden_id:
        raise NotTheirsError
    if offered.household_id == wanted.household_id or offered.turn_id == wanted.turn_id:
        raise NotTheirsError
    both = (offered.pk, wanted.pk)
    for duty, other in ((offered, wanted), (wanted, offered)):
        if not gardens_there(duty.tenancy, other.turn):
            raise NotTheirsError
        if is_busy(duty.household_id, other.turn, apart_from=both):
            raise TwoAtOnceError


def _exchange(turn: Turn, tenancy: Tenancy, *, now: datetime) -> Duty:
    return hold(turn, tenancy, how=Duty.How.SWAPPED, now=now)
