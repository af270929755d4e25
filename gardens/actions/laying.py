"""Turns laid from their pattern, called off because it rains, and reinstated."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from commons.people.models import Person
from gardens import letters, reminders
from gardens.locks import lock_garden
from gardens.models import CallOff, Chore, Duty, Turn
from gardens.refusals import TurnOverError
from gardens.rules.rota import LAID_AHEAD, days_of, moment


def lay_turns(*, chore_id: int, now: datetime | None = None) -> int:
    """Lay the turns of a chore's next eight weeks; says how many are new. Raises Chore.DoesNotExist.

    Only what is to come changes: a turn that the pattern gives no more, or gives otherwise,
    goes away unless somebody took it.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden(Chore.objects.get(pk=chore_id).garden_id)
        chore = Chore.objects.get(pk=chore_id)
        wanted = [turn for turn in _pattern(chore, now=now) if turn.starts_at > now]
        _take_away_others(chore, wanted, now=now)
        known = set(chore.turns.values_list("day", flat=True))
        new = [turn for turn in wanted if turn.day not in known]
        Turn.objects.bulk_create(new)
    return len(new)


def call_off(
    *,
    garden_id: int,
    day: date,
    turn_id: int | None = None,
    because: str = "",
    by: Person | None = None,
    now: datetime | None = None,
) -> CallOff | None:
    """Call off a turn, or all those of a day; each household is told once. None when there was nothing left to.

    Raises TurnOverError when the turn, or the last of that day, has ended.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        garden = lock_garden(garden_id)
        turns = Turn.objects.of_garden(garden_id).filter(day=day, call_off=None)
        if turn_id:
            turns = turns.filter(pk=turn_id)
        if not turns:
            return None
        ahead = [turn for turn in turns if turn.ends_at > now]
        if not ahead:
            raise TurnOverError
        called = CallOff.objects.create(garden=garden, day=day, because=because, at=now, by=by)
        _mark(ahead, called)
        _tell_once(ahead, letters.TURN_CALLED_OFF, once=str(called.pk))
    return called


def reinstate(*, call_off_id: int, now: datetime | None = None) -> int:
    """The sky cleared: the turns of a call-off that have not begun are on again; says how many.

    Whoever was told is told again; those whose mail had not left hear nothing at all.
    Raises CallOff.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        lock_garden(CallOff.objects.get(pk=call_off_id).garden_id)
        turns = list(Turn.objects.filter(call_off=call_off_id, starts_at__gt=now).order_by("pk"))
        _mark(turns, None)
        for duty in Duty.objects.with_turn().filter(turn__in=turns, state=Duty.State.HELD):
            reminders.write(duty, now=now)
        _tell_once(turns, letters.TURN_BACK_ON, once=str(call_off_id))
    return len(turns)


def _pattern(chore: Chore, *, now: datetime) -> Iterable[Turn]:
    today = timezone.localdate(now)
    days = days_of(
        weekdays=set(chore.weekdays),
        first=max(chore.first_day, today),
        last=min(chore.last_day, today + LAID_AHEAD),
        rest_days=set(chore.rest_days.values_list("day", flat=True)),
    )
    for day in days:
        yield Turn(
            chore=chore,
            day=day,
            starts_at=moment(day, chore.opens),
            ends_at=moment(day, chore.closes),
            places=chore.places,
            hardness=chore.hardness,
            minutes=chore.minutes,
        )


def _take_away_others(chore: Chore, wanted: list[Turn], *, now: datetime) -> None:
    """Those to come that the pattern does not give, or gives otherwise, save where somebody said yes."""
    shapes = {_shape(turn) for turn in wanted}
    ahead = chore.turns.filter(starts_at__gt=now, call_off=None)
    empty = ahead.exclude(duties__in=Duty.objects.live())
    others = [turn.pk for turn in empty if _shape(turn) not in shapes]
    Turn.objects.filter(pk__in=others).delete()


def _shape(turn: Turn) -> tuple[datetime, datetime, int, int, int]:
    return (turn.starts_at, turn.ends_at, turn.places, turn.hardness, turn.minutes)


def _mark(turns: list[Turn], called: CallOff | None) -> None:
    """A turn called off loses its reminders; one reinstated gets new ones, under another key."""
    for turn in turns:
        turn.call_off = called
        turn.sequence += 1
        turn.save(update_fields=["call_off", "sequence"])
    if called:
        for duty in Duty.objects.filter(turn__in=turns, state=Duty.State.HELD):
            reminders.drop(duty)


def _tell_once(turns: list[Turn], kind: str, *, once: str) -> None:
    """One letter a household, of its first duty; the letter lists the others."""
    duties = Duty.objects.with_turn().filter(turn__in=turns, state=Duty.State.HELD)
    told = set()
    for duty in duties.order_by("starts_at", "pk"):
        if duty.tenancy_id not in told:
            told.add(duty.tenancy_id)
            letters.tell(duty, kind, once=once)
