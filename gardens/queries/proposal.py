"""What the proposal of the rota leans on, read for its rule."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from django.utils import timezone

from gardens.models import Duty, Tenancy, Turn
from gardens.models.rota import LIVE
from gardens.queries.rota import empty_turns, gardeners, wishes_of
from gardens.rules.proposal import Helper, Month, Need
from gardens.rules.rota import LAID_AHEAD, LOOKED_BACK


def proposal_for(
    garden_id: int,
    *,
    now: datetime,
    days: int = 28,
    turn_ids: Collection[int] | None = None,
    places: int | None = None,
) -> tuple[list[Need], list[Helper]]:
    """The empty places of a garden's turns, and its households; four queries, however many of each.

    ``turn_ids`` asks for those turns only, and ``places`` for so many places of each.
    """
    turns = list(empty_turns(garden_id, now=now, days=days, turn_ids=turn_ids))
    there = _who_gardens(garden_id, now=now)
    said = _said_of(turns)
    needs = [_need(turn, there=there, said=said[turn.pk], places=places) for turn in turns]
    return needs, _helpers(garden_id, there, now=now)


def load_of(garden_id: int, *, now: datetime) -> Counter[int]:
    """How many turns each household took within a year, or holds to come."""
    since = now - LOOKED_BACK
    duties = Duty.objects.filter(
        state__in=[Duty.State.HELD, Duty.State.DONE],
        starts_at__gt=since,
        turn__chore__garden=garden_id,
        turn__call_off=None,
    )
    return Counter(duties.values_list("household", flat=True))


def _who_gardens(garden_id: int, *, now: datetime) -> dict[int, Tenancy]:
    """Households that garden there at some moment of the weeks laid ahead, with their tenancy."""
    today = timezone.localdate(now)
    return {one.household_id: one for one in gardeners(garden_id, on=today)}


def _said_of(turns: list[Turn]) -> dict[int, dict[str, set[int]]]:
    """Who is on each turn, and who said no to it or gave it back."""
    said: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Duty.objects.filter(turn__in=turns).values_list("turn", "household", "state")
    for turn, household, state in rows:
        said[turn]["on_it" if state in LIVE else "declined"].add(household)
    return said


def _need(
    turn: Turn, *, there: dict[int, Tenancy], said: dict[str, set[int]], places: int | None
) -> Need:
    away = {
        household
        for household, tenancy in there.items()
        if tenancy.ends_on is not None and tenancy.ends_on < turn.day
    }
    return Need(
        turn=turn.pk,
        starts_at=turn.starts_at,
        ends_at=turn.ends_at,
        weekday=turn.day.isoweekday(),
        month=(turn.day.year, turn.day.month),
        hardness=turn.hardness,
        free=min(turn.empty, places or turn.empty),
        on_it=frozenset(said["on_it"]),
        declined=frozenset(said["declined"]),
        away=frozenset(away),
    )


def _helpers(garden_id: int, there: dict[int, Tenancy], *, now: datetime) -> list[Helper]:
    load = load_of(garden_id, now=now)
    months: dict[int, Counter[Month]] = defaultdict(Counter)
    busy: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    first = timezone.localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    duties = Duty.objects.live().filter(
        household__in=there, starts_at__gte=first, starts_at__lt=now + LAID_AHEAD + timedelta(31)
    )
    for household, starts_at, ends_at in duties.values_list("household", "starts_at", "ends_at"):
        day = timezone.localdate(starts_at)
        months[household][(day.year, day.month)] += 1
        busy[household].append((starts_at, ends_at))
    return [
        Helper(
            household=household,
            load=load[household],
            days_off=frozenset(wishes_of(tenancy).days_off),
            most_a_month=wishes_of(tenancy).most_a_month,
            months=months[household],
            busy=tuple(busy[household]),
        )
        for household, tenancy in there.items()
    ]
