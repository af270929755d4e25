"""A place of a turn, taken or let go: what every verb of the rota does, under the garden's lock."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db.models import Q

from gardens import reminders
from gardens.models import Duty, Swap, Tenancy, Turn
from gardens.refusals import (
    NotTheirsError,
    TurnCalledOffError,
    TurnFullError,
    TurnOverError,
    TwoAtOnceError,
)
from gardens.rules.proposal import Why


def hold(
    turn: Turn,
    tenancy: Tenancy,
    *,
    now: datetime,
    how: Duty.How = Duty.How.CHOSEN,
    why: Why | None = None,
) -> Duty:
    """Give a free place of a turn to a household, with its reminders.

    Raises TurnOverError, TurnCalledOffError, NotTheirsError, TwoAtOnceError, TurnFullError.
    """
    _refuse_if_closed(turn, now=now)
    if not gardens_there(tenancy, turn):
        raise NotTheirsError
    if is_busy(tenancy.household_id, turn):
        raise TwoAtOnceError
    place = _free_place(turn)
    if place is None:
        raise TurnFullError
    duty = Duty.objects.create(
        turn=turn,
        place=place,
        tenancy=tenancy,
        household_id=tenancy.household_id,
        starts_at=turn.starts_at,
        ends_at=turn.ends_at,
        how=how,
        why=asdict(why) if why else {},
        taken_at=now,
    )
    reminders.write(duty, now=now)
    return duty


def let_go(duty: Duty, *, now: datetime, state: Duty.State = Duty.State.RELEASED) -> None:
    """Free a place: its reminders and the swaps that spoke of it have no object any more."""
    duty.state = state
    duty.closed_at = now
    duty.replacement_asked_at = None
    duty.save(update_fields=["state", "closed_at", "replacement_asked_at"])
    reminders.drop(duty)
    spoken = Swap.objects.filter(Q(offered=duty) | Q(wanted=duty), state=Swap.State.PROPOSED)
    spoken.update(state=Swap.State.GONE, closed_at=now)


def held_or_refuse(duty: Duty, *, now: datetime) -> None:
    """Raise unless the duty is still to come and still theirs."""
    if not duty.is_held:
        raise NotTheirsError
    _refuse_if_closed(duty.turn, now=now)


def gardens_there(tenancy: Tenancy, turn: Turn) -> bool:
    """Whether a household holds its plot of the turn's garden on its day."""
    current = Tenancy.objects.current(on=turn.day)
    return current.filter(pk=tenancy.pk, plot__garden=turn.chore.garden_id).exists()


def is_busy(household_id: int, turn: Turn, *, apart_from: tuple[int, ...] = ()) -> bool:
    """Whether a household has something at the hour of a turn, this turn included."""
    others = Duty.objects.live().exclude(pk__in=apart_from)
    overlapping = Q(starts_at__lt=turn.ends_at, ends_at__gt=turn.starts_at)
    return others.filter(overlapping, household=household_id).exists()


def read_turn(turn_id: int) -> Turn:
    """The turn as it is now. Raises Turn.DoesNotExist."""
    return Turn.objects.select_related("chore__garden", "call_off").get(pk=turn_id)


def read_duty(**which: Any) -> Duty:
    """The duty as it is now. Raises Duty.DoesNotExist."""
    return Duty.objects.with_turn().get(**which)


def _refuse_if_closed(turn: Turn, *, now: datetime) -> None:
    if turn.starts_at <= now:
        raise TurnOverError
    if turn.is_called_off:
        raise TurnCalledOffError


def _free_place(turn: Turn) -> int | None:
    held = set(turn.duties.live().values_list("place", flat=True))
    return next((place for place in range(1, turn.places + 1) if place not in held), None)
