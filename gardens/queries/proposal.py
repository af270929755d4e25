"""What the proposal of the rota leans on, read for its rule."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from gardens.models import Duty, Tenancy, Turn
from gardens.models.rota import LIVE
from gardens.queries.rota import empty_turns, gardeners, wishes_of
from gardens.rules.proposal import Helper, Month, Need
from gardens.rules.rota import LOOKED_BACK


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Turns with empty places and the households of a garden, by their ids, and both as the rule wants them."""

    turns: dict[int, Turn]
    tenancies: dict[int, Tenancy]
    needs: list[Need]
    helpers: list[Helper]


@dataclass
class _Past:
    """What a household did, holds and said no to."""

    load: int = 0
    months: Counter[Month] = field(default_factory=Counter)
    busy: list[tuple[datetime, datetime]] = field(default_factory=list)
    on_it: set[int] = field(default_factory=set)
    declined: set[int] = field(default_factory=set)


def proposal_for(
    garden_id: int,
    *,
    now: datetime,
    days: int = 28,
    turn_ids: Collection[int] | None = None,
    places: int | None = None,
) -> Ground:
    """The empty places of a garden's turns, and its households; three queries, however many of each.

    ``turn_ids`` asks for those turns only, and ``places`` for so many places of each.
    """
    turns = {
        turn.pk: turn for turn in empty_turns(garden_id, now=now, days=days, turn_ids=turn_ids)
    }
    there = {one.household_id: one for one in gardeners(garden_id, on=timezone.localdate(now))}
    past = _past_of(there, turns, now=now)
    return Ground(
        turns=turns,
        tenancies=there,
        needs=[_need(turn, there=there, past=past, places=places) for turn in turns.values()],
        helpers=[_helper(tenancy, past[household]) for household, tenancy in there.items()],
    )


def _past_of(households: Iterable[int], turns: Iterable[int], *, now: datetime) -> dict[int, _Past]:
    """Of a year and to come, in every garden: who keeps two plots has one life."""
    past: dict[int, _Past] = defaultdict(_Past)
    recent = Q(household__in=list(households), starts_at__gt=now - LOOKED_BACK)
    duties = Duty.objects.filter(recent | Q(turn__in=list(turns))).select_related("turn")
    for duty in duties:
        of_household = past[duty.household_id]
        if duty.state not in LIVE:
            of_household.declined.add(duty.turn_id)
            continue
        of_household.on_it.add(duty.turn_id)
        if duty.state != Duty.State.MISSED and not duty.turn.is_called_off:
            of_household.load += 1
            of_household.months[duty.turn.day.year, duty.turn.day.month] += 1
        of_household.busy.append((duty.starts_at, duty.ends_at))
    return past


def _need(
    turn: Turn, *, there: dict[int, Tenancy], past: dict[int, _Past], places: int | None
) -> Need:
    return Need(
        turn=turn.pk,
        starts_at=turn.starts_at,
        ends_at=turn.ends_at,
        weekday=turn.day.isoweekday(),
        month=(turn.day.year, turn.day.month),
        hardness=turn.hardness,
        free=min(turn.empty, places or turn.empty),
        on_it=frozenset(who for who, did in past.items() if turn.pk in did.on_it),
        declined=frozenset(who for who, did in past.items() if turn.pk in did.declined),
        away=frozenset(who for who, tenancy in there.items() if _has_left(tenancy, turn)),
    )


def _has_left(tenancy: Tenancy, turn: Turn) -> bool:
    return tenancy.ends_on is not None and tenancy.ends_on < turn.day


def _helper(tenancy: Tenancy, past: _Past) -> Helper:
    wishes = wishes_of(tenancy)
    return Helper(
        household=tenancy.household_id,
        load=past.load,
        days_off=frozenset(wishes.days_off),
        most_a_month=wishes.most_a_month,
        months=past.months,
        busy=tuple(past.busy),
    )
