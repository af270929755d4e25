"""« Je ne peux pas »: somebody else of the garden is asked, and the first to say yes has the turn."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gardens import letters, queries
from gardens.duties import held_or_refuse, hold, let_go, read_duty
from gardens.locks import lock_garden, lock_garden_of_duty
from gardens.models import Duty, Tenancy
from gardens.refusals import AlreadyTakenError


def ask_replacement(*, token: str, now: datetime | None = None) -> Duty:
    """Ask every gardener who could come that day; until one does, the turn stays theirs.

    Leaves quietly when it is asked already. Raises Duty.DoesNotExist, NotTheirsError, TurnOverError,
    TurnCalledOffError.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden_of_duty(token)
        duty = read_duty(token=token)
        held_or_refuse(duty, now=now)
        if duty.replacement_asked_at is None:
            duty.replacement_asked_at = now
            duty.coming_at = None
            duty.save(update_fields=["replacement_asked_at", "coming_at"])
            for gardener in queries.could_replace(duty):
                letters.ask_for_replacement(duty, gardener)
    return duty


def replace(*, duty_id: int, tenancy_id: int, now: datetime | None = None) -> Duty:
    """Take the turn of somebody who asked; the first has it, and a second press gives the same duty.

    Raises Duty.DoesNotExist, AlreadyTakenError, and what ``duties.hold`` raises.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden(read_duty(pk=duty_id).turn.chore.garden_id)
        duty = read_duty(pk=duty_id)
        tenancy = Tenancy.objects.get(pk=tenancy_id)
        mine = duty.turn.duties.live().filter(household=tenancy.household_id).first()
        if mine and mine.pk != duty.pk:
            return mine
        if not duty.is_held or duty.replacement_asked_at is None or mine:
            raise AlreadyTakenError
        let_go(duty, now=now)
        taken = hold(duty.turn, tenancy, how=Duty.How.REPLACED, now=now)
        letters.tell(duty, letters.TURN_REPLACED)
    return taken
