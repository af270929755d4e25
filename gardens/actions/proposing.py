"""Turns given out by the committee, and declined by a household: nobody is put on one without being told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gardens import letters, queries
from gardens.duties import hold, let_go, read_duty, read_turn
from gardens.locks import lock_garden, lock_garden_of_duty
from gardens.models import Duty, Tenancy
from gardens.refusals import (
    NotTheirsError,
    TurnCalledOffError,
    TurnFullError,
    TurnOverError,
    TwoAtOnceError,
)
from gardens.rules.proposal import Why, propose

REFUSALS = (NotTheirsError, TurnCalledOffError, TurnFullError, TurnOverError, TwoAtOnceError)


@dataclass(frozen=True, kw_only=True)
class Given:
    """A place that the committee gives to a household; ``why`` is None when it changed the proposal."""

    turn_id: int
    tenancy_id: int
    why: Why | None = None


def confirm_proposal(
    *, garden_id: int, given: Iterable[Given], now: datetime | None = None
) -> tuple[list[Duty], list[Given]]:
    """Give out turns; each household gets one letter that lists its own, with a link to decline each.

    Gives back the duties written, then the lines that could not be: somebody was quicker, or is busy.
    """
    now = now or timezone.now()
    written, refused = [], []
    with transaction.atomic(durable=True):
        lock_garden(garden_id)
        for line in given:
            try:
                written.append(_give(line, garden_id=garden_id, now=now))
            except REFUSALS:
                refused.append(line)
        _tell_each_once(written)
    return written, refused


def decline(*, token: str, now: datetime | None = None) -> Duty | None:
    """Say no to a turn that was proposed; the next household by the same rule is asked, and its duty given back.

    None when nobody is left to ask: the committee sees an empty turn. Leaves quietly when it is done.
    Raises Duty.DoesNotExist, TurnOverError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        garden = lock_garden_of_duty(token)
        duty = read_duty(token=token)
        if not duty.is_held:
            return None
        if duty.starts_at <= now:
            raise TurnOverError
        let_go(duty, state=Duty.State.DECLINED, now=now)
        if duty.turn.is_called_off:
            return None
        ground = queries.proposal_for(garden.pk, turn_ids=[duty.turn_id], now=now, places=1)
        line = next(iter(propose(ground.needs, ground.helpers)), None)
        if line is None or line.household is None:
            return None
        tenancy = ground.tenancies[line.household]
        following = hold(duty.turn, tenancy, how=Duty.How.PROPOSED, why=line.why, now=now)
        _tell_each_once([following])
    return following


def _give(line: Given, *, garden_id: int, now: datetime) -> Duty:
    turn = read_turn(line.turn_id)
    if turn.chore.garden_id != garden_id:
        raise NotTheirsError
    tenancy = Tenancy.objects.get(pk=line.tenancy_id)
    return hold(turn, tenancy, how=Duty.How.PROPOSED, why=line.why, now=now)


def _tell_each_once(duties: Iterable[Duty]) -> None:
    """One letter a household, of its first duty; the letter lists the others of the same hour."""
    told = set()
    for duty in sorted(duties, key=lambda duty: (duty.starts_at, duty.pk)):
        if duty.tenancy_id not in told:
            told.add(duty.tenancy_id)
            letters.tell(duty, letters.TURN_PROPOSED)
