"""The rota of a garden, as its gardeners and its committee read it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, Min, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from gardens.models import Duty, Swap, Tenancy, Turn, Wishes


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A turn as one household sees it: who is on it, whether they are, and whether they may take it."""

    turn: Turn
    duties: list[Duty]
    mine: Duty | None
    may_take: bool

    @property
    def empty(self) -> int:
        return max(0, self.turn.places - len(self.duties))

    @property
    def asking(self) -> list[Duty]:
        """Duties of others who look for somebody to replace them."""
        if self.mine or self.turn.is_called_off:
            return []
        return [duty for duty in self.duties if duty.is_held and duty.replacement_asked_at]


def turns_between(garden_id: int, *, first: date, last: date) -> QuerySet[Turn]:
    """A garden's turns of some days, both included, with their live duties; two queries."""
    duties = Duty.objects.live().select_related("household", "tenancy").order_by("place")
    return (
        Turn.objects.of_garden(garden_id)
        .filter(day__gte=first, day__lte=last)
        .prefetch_related(Prefetch("duties", duties, to_attr="people"))
    )


def shown_to(tenancy: Tenancy, turns: Iterable[Turn], *, now: datetime) -> list[Shown]:
    """Turns read by ``turns_between``, as a household sees them; no query."""
    return [_shown(turn, tenancy, now=now) for turn in turns]


def duties_of(tenancy: Tenancy, *, now: datetime) -> list[Duty]:
    """A household's duties of a garden that are not over, then those it has still to say done."""
    since = now - timedelta(days=14)
    mine = Duty.objects.with_turn().filter(
        household=tenancy.household_id,
        turn__chore__garden=tenancy.plot.garden_id,
        state=Duty.State.HELD,
        ends_at__gt=since,
    )
    return [d for d in mine.order_by("starts_at", "pk") if d.ends_at > now or not d.turn.call_off]


def duty_by_token(token: str) -> Duty | None:
    """The duty a mail's link speaks of, with all its page shows."""
    duties = Duty.objects.with_turn().select_related(
        "turn__chore__garden__place", "turn__call_off", "tenancy__plot__garden", "household"
    )
    return duties.filter(token=token).first()


def swap_by_token(token: str) -> Swap | None:
    """The swap a mail's link speaks of, with both its duties."""
    duty = ("turn__chore__garden", "turn__call_off", "household", "tenancy")
    both = [f"{side}__{name}" for side in ("offered", "wanted") for name in duty]
    return Swap.objects.select_related(*both).filter(token=token).first()


def swappable_with(duty: Duty, *, now: datetime) -> QuerySet[Duty]:
    """The duties of other households in the garden, against which one may be swapped.

    Each household must be free at the other's hour.
    """
    live = Duty.objects.live()
    they_are_busy = live.exclude(pk=OuterRef("pk")).filter(
        household=OuterRef("household"),
        starts_at__lt=duty.ends_at,
        ends_at__gt=duty.starts_at,
    )
    i_am_busy = live.exclude(pk=duty.pk).filter(
        household=duty.household_id,
        starts_at__lt=OuterRef("ends_at"),
        ends_at__gt=OuterRef("starts_at"),
    )
    return (
        Duty.objects.with_turn()
        .filter(
            turn__chore__garden=duty.turn.chore.garden_id,
            turn__call_off=None,
            state=Duty.State.HELD,
            starts_at__gt=now,
        )
        .exclude(household=duty.household_id)
        .exclude(turn=duty.turn_id)
        .filter(~Exists(they_are_busy), ~Exists(i_am_busy))
        .order_by("starts_at", "pk")
    )


def open_swaps(garden_id: int, *, now: datetime) -> QuerySet[Swap]:
    """Turns of a garden that somebody would swap with anybody."""
    return (
        Swap.objects.select_related("offered__turn__chore", "offered__household")
        .filter(
            state=Swap.State.PROPOSED,
            wanted=None,
            offered__turn__chore__garden=garden_id,
            offered__starts_at__gt=now,
        )
        .order_by("offered__starts_at", "pk")
    )


def gardeners(garden_id: int, *, on: date) -> QuerySet[Tenancy]:
    """Those who hold a plot of a garden on a day, one tenancy a household."""
    current = Tenancy.objects.current(on=on).filter(plot__garden=garden_id)
    first = current.order_by().values("household").annotate(first=Min("pk")).values("first")
    return Tenancy.objects.filter(pk__in=first).select_related("household", "plot", "wishes")


def could_replace(duty: Duty) -> list[Tenancy]:
    """Whom to ask: those who garden there that day, are free at that hour, and can come on that weekday."""
    turn = duty.turn
    busy = Duty.objects.live().filter(
        household=OuterRef("household"), starts_at__lt=turn.ends_at, ends_at__gt=turn.starts_at
    )
    there = gardeners(turn.chore.garden_id, on=turn.day).exclude(household=duty.household_id)
    free = there.filter(~Exists(busy)).exclude(email="")
    return [one for one in free if turn.day.isoweekday() not in wishes_of(one).days_off]


def wishes_of(tenancy: Tenancy) -> Wishes:
    """What a household wrote, or that it wrote nothing."""
    try:
        return tenancy.wishes
    except Wishes.DoesNotExist:
        return Wishes(tenancy=tenancy)


def empty_turns(
    garden_id: int, *, now: datetime, days: int = 28, turn_ids: Collection[int] | None = None
) -> QuerySet[Turn]:
    """The turns to come that have a place nobody holds, those of ``days`` or the given ones."""
    until = timezone.localdate(now) + timedelta(days=days)
    turns = Turn.objects.of_garden(garden_id).filter(starts_at__gt=now, call_off=None)
    turns = turns.filter(day__lte=until) if turn_ids is None else turns.filter(pk__in=turn_ids)
    return turns.with_room()


def _shown(turn: Turn, tenancy: Tenancy, *, now: datetime) -> Shown:
    people: list[Duty] = list(turn.people)  # type: ignore[attr-defined]
    mine = next((duty for duty in people if duty.household_id == tenancy.household_id), None)
    is_open = turn.starts_at > now and not turn.is_called_off
    return Shown(
        turn=turn,
        duties=people,
        mine=mine,
        may_take=is_open and mine is None and len(people) < turn.places,
    )
