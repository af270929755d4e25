"""Taking a turn, giving it back, and saying how it went."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gardens.duties import held_or_refuse, hold, let_go, read_duty, read_turn
from gardens.locks import lock_garden, lock_garden_of_duty
from gardens.models import Duty, Tenancy, Wishes
from gardens.refusals import NotTheirsError, NotYetError, TurnOverError
from gardens.rules.rota import may_be_said_done


def take_turn(*, turn_id: int, tenancy_id: int, now: datetime | None = None) -> Duty:
    """Sign up for a place of a turn; a second press gives the same duty.

    Raises what ``duties.hold`` raises, Turn.DoesNotExist, Tenancy.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden(read_turn(turn_id).chore.garden_id)
        turn = read_turn(turn_id)
        tenancy = Tenancy.objects.get(pk=tenancy_id)
        already = turn.duties.live().filter(household=tenancy.household_id).first()
        return already or hold(turn, tenancy, now=now)


def give_back(*, token: str, now: datetime | None = None) -> Duty:
    """Free a turn one had taken; leaves quietly when that is done. Raises Duty.DoesNotExist, TurnOverError."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden_of_duty(token)
        duty = read_duty(token=token)
        if duty.is_held:
            if duty.starts_at <= now:
                raise TurnOverError
            let_go(duty, now=now)
    return duty


def say_coming(*, token: str, now: datetime | None = None) -> Duty:
    """« Je viens », from a reminder. Whoever said they could not, and can after all, is not replaced.

    Raises Duty.DoesNotExist, NotTheirsError, TurnOverError, TurnCalledOffError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden_of_duty(token)
        duty = read_duty(token=token)
        held_or_refuse(duty, now=now)
        duty.coming_at = duty.coming_at or now
        duty.replacement_asked_at = None
        duty.save(update_fields=["coming_at", "replacement_asked_at"])
    return duty


def say_done(*, token: str, minutes: int | None = None, now: datetime | None = None) -> Duty:
    """It is done; ``minutes`` when it took another time than foreseen.

    Raises Duty.DoesNotExist, NotYetError, NotTheirsError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden_of_duty(token)
        duty = read_duty(token=token)
        if duty.state == Duty.State.DONE and minutes is None:
            return duty
        if duty.state not in (Duty.State.HELD, Duty.State.DONE) or duty.turn.is_called_off:
            raise NotTheirsError
        if not may_be_said_done(starts_at=duty.starts_at, now=now):
            raise NotYetError
        _close(duty, Duty.State.DONE, minutes=minutes or duty.turn.minutes, now=now)
    return duty


def settle_duty(
    *, duty_id: int, state: Duty.State, minutes: int | None = None, now: datetime | None = None
) -> Duty:
    """The committee says how a turn went, or corrects what was said: done and how long, or not done.

    Raises Duty.DoesNotExist, NotYetError before the turn begins, NotTheirsError when it was given back.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden(read_duty(pk=duty_id).turn.chore.garden_id)
        duty = read_duty(pk=duty_id)
        if duty.state in (Duty.State.RELEASED, Duty.State.DECLINED):
            raise NotTheirsError
        if duty.starts_at > now:
            raise NotYetError
        done = state == Duty.State.DONE
        _close(duty, state, minutes=(minutes or duty.turn.minutes) if done else None, now=now)
    return duty


def write_wishes(*, tenancy_id: int, **wishes: Any) -> Wishes:
    """Keep what a household wishes: ``days_off``, ``most_a_month``, ``weekly_digest``."""
    with transaction.atomic(durable=True):
        kept, _new = Wishes.objects.update_or_create(tenancy_id=tenancy_id, defaults=wishes)
    return kept


def _close(duty: Duty, state: Duty.State, *, minutes: int | None, now: datetime) -> None:
    duty.state = state
    duty.minutes = minutes
    duty.closed_at = now
    duty.save(update_fields=["state", "minutes", "closed_at"])
