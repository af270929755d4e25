"""When what was sown can be picked, and what it asks for meanwhile. Pure functions on days."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.plants.climates import HALVES_IN_A_YEAR, half_of

EDITABLE_FOR = timedelta(days=14)  # said on each line of the log
SOW_AGAIN_AFTER = timedelta(days=21)
QUICKEST_TO_SOW_AGAIN = 70  # days from sowing to harvest: beyond, one sowing a season is enough
NOTHING_BEFORE = timedelta(days=30)  # when a sheet knows months and no days
PICKED_OVER = timedelta(days=20)  # nobody picks all on one day
LATE_BY = timedelta(days=21)  # a step that nobody logged is shown that long, then forgotten
YEAR_AND_A_HALF = timedelta(days=550)  # the longest that a crop of one season stands


def may_be_corrected(created_at: datetime, *, now: datetime) -> bool:
    """One mends one's own line for some days; then it is history."""
    return now - created_at <= EDITABLE_FOR


class Way(models.TextChoices):
    """How a plant was put in."""

    COVER = "cover", _("semé sous abri")
    OPEN = "open", _("semé en place")
    PLANTED = "planted", _("planté")


@dataclass(frozen=True, kw_only=True)
class Window:
    """From a day to a day, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Needs:
    """What a sheet knows of a plant's days; spans are [] when it does not know."""

    nursery_weeks: Sequence[int] = ()
    sow_days: Sequence[int] = ()
    plant_days: Sequence[int] = ()
    thin_days: Sequence[int] = ()
    harvest_halves: Sequence[int] = ()  # in the garden's climate
    open_halves: Collection[int] = ()


def harvest_window(way: str, *, on: date, needs: Needs) -> Window | None:
    """When it can be picked; a later day never gives an earlier window. None when the sheet does not know.

    Days of the sheet come first, and wait for the months of its harvest: nothing ripens in winter that does
    not in summer. Without days, it is the first harvest of its months that is not over.
    """
    days = _days_to_harvest(way, needs)
    if not days:
        return _next_run(needs.harvest_halves, on=on + NOTHING_BEFORE)
    first, last = on + timedelta(days[0]), on + timedelta(days[1])
    if run := _next_run(needs.harvest_halves, on=first):
        first = run.first
    return Window(first=first, last=max(last, first + PICKED_OVER))


def _days_to_harvest(way: str, needs: Needs) -> tuple[int, int] | None:
    if way == Way.PLANTED:
        return (needs.plant_days[0], needs.plant_days[1]) if needs.plant_days else None
    if way == Way.OPEN and needs.sow_days:
        return needs.sow_days[0], needs.sow_days[1]
    if needs.nursery_weeks and needs.plant_days:
        return (
            7 * needs.nursery_weeks[0] + needs.plant_days[0],
            7 * needs.nursery_weeks[1] + needs.plant_days[1],
        )
    return None


def _next_run(halves: Sequence[int], *, on: date) -> Window | None:
    """The first unbroken run of half-months that ends on that day or later, from then on."""
    ends = (_window_from(half, year) for year in (on.year, on.year + 1) for half in halves)
    days = sorted(ends, key=lambda window: window.first)
    found = None
    for window in days:
        if found and window.first > found.last + timedelta(days=1):
            break
        if window.last >= on:
            found = Window(first=found.first if found else max(window.first, on), last=window.last)
    return found


def _window_from(half: int, year: int) -> Window:
    first = _first_day(half, year)
    after = _first_day(half + 1, year) if half < HALVES_IN_A_YEAR else date(year + 1, 1, 1)
    return Window(first=first, last=after - timedelta(days=1))


def _first_day(half: int, year: int) -> date:
    return date(year, (half + 1) // 2, 1 if half % 2 else 16)


class Task(models.TextChoices):
    """What a crop asks for next."""

    THIN = "thin", _("Éclaircir")
    PLANT_OUT = "plant-out", _("Repiquer")
    HARVEST = "harvest", _("Récolter")
    SOW_AGAIN = "sow-again", _("Semer encore")


@dataclass(frozen=True, kw_only=True)
class Crop:
    """One line of the log, as these rules read it. ``key`` tells one kind of plant from another."""

    key: str
    way: str
    on: date
    needs: Needs


@dataclass(frozen=True, kw_only=True)
class Step:
    """What to do, to which crop, and when."""

    task: Task
    crop: Crop
    window: Window


def steps(
    crops: Sequence[Crop], *, today: date, picked: Collection[tuple[str, date]] = ()
) -> list[Step]:
    """What is to be done now or within a fortnight, the soonest end first.

    ``picked`` are harvests already logged, by plant and day: one picked within a week does not call again.
    A planting of the same plant says that its pots are out.
    """
    horizon = today + timedelta(days=14)
    found = [
        step
        for crop in crops
        if crop.on > today - YEAR_AND_A_HALF
        for step in _steps_of(crop, crops, today=today)
        if step.window.first <= horizon and step.window.last + LATE_BY >= today
    ]
    week_ago = today - timedelta(days=7)
    fresh = {key for key, on in picked if on > week_ago}
    waiting = [s for s in found if not (s.task == Task.HARVEST and s.crop.key in fresh)]
    return sorted(_one_each(waiting), key=lambda step: (step.window.last, step.task, step.crop.key))


def _steps_of(crop: Crop, crops: Sequence[Crop], *, today: date) -> Iterator[Step]:
    needs = crop.needs
    if crop.way == Way.OPEN and needs.thin_days:
        yield Step(task=Task.THIN, crop=crop, window=_after(crop.on, needs.thin_days))
    if crop.way == Way.COVER:
        if needs.nursery_weeks and not _was_planted_since(crop, crops):
            weeks = [7 * week for week in needs.nursery_weeks]
            yield Step(task=Task.PLANT_OUT, crop=crop, window=_after(crop.on, weeks))
        return  # what is still in pots is picked once it is out
    if window := harvest_window(crop.way, on=crop.on, needs=needs):
        yield Step(task=Task.HARVEST, crop=crop, window=window)
    if _may_sow_again(crop, crops, today=today):
        yield Step(task=Task.SOW_AGAIN, crop=crop, window=Window(first=today, last=today))


def _after(on: date, days: Sequence[int]) -> Window:
    return Window(first=on + timedelta(days[0]), last=on + timedelta(days[1]))


def _was_planted_since(crop: Crop, crops: Sequence[Crop]) -> bool:
    return any(c.key == crop.key and c.way == Way.PLANTED and c.on >= crop.on for c in crops)


def _may_sow_again(crop: Crop, crops: Sequence[Crop], *, today: date) -> bool:
    """Quick crops, three weeks after their last sowing, while their months last."""
    needs = crop.needs
    quick = crop.way == Way.OPEN and needs.sow_days and needs.sow_days[1] <= QUICKEST_TO_SOW_AGAIN
    if not quick or half_of(month=today.month, day=today.day) not in needs.open_halves:
        return False
    last = max(c.on for c in crops if c.key == crop.key and c.way == Way.OPEN)
    return SOW_AGAIN_AFTER <= today - last <= 3 * SOW_AGAIN_AFTER and crop.on == last


def _one_each(found: Sequence[Step]) -> list[Step]:
    """Three rows of one plant to pick are one line: the widest window of them."""
    merged: dict[tuple[str, str], Step] = {}
    for step in found:
        key = (step.task.value, step.crop.key)
        known = merged.get(key)
        merged[key] = step if known is None else _joined(known, step)
    return list(merged.values())


def _joined(one: Step, other: Step) -> Step:
    window = Window(
        first=min(one.window.first, other.window.first),
        last=max(one.window.last, other.window.last),
    )
    return Step(task=one.task, crop=one.crop, window=window)
