"""Market days made before they are announced: from a pattern, then filled from another day."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction

from commons.people.models import Person
from commons.places.models import Place
from market import copying, journal, rules, timetable
from market.copying import Copied
from market.models import DayLogLine, MarketDay, PickUpSlot
from market.refusals import NothingPlannedError, SameDayError, WrongDayStateError


def plan_days(
    *,
    place: Place,
    days: Sequence[tuple[date, rules.Hours]],
    slot_length: timedelta = rules.SLOT,
    slot_capacity: int = rules.SLOT_CAPACITY,
    model_day_id: int | None = None,
) -> list[MarketDay]:
    """Drafts on these dates, with their slots, and the stalls of a model day. A date already taken is left alone.

    Raises NothingPlannedError when all of them are.
    """
    with transaction.atomic(durable=True):
        made = [day for day in (_draft(on, hours, place) for on, hours in days) if day]
        if not made:
            raise NothingPlannedError
        PickUpSlot.objects.bulk_create(
            slot
            for day in made
            for slot in timetable.cut(day, every=slot_length, capacity=slot_capacity)
        )
        if model_day_id is not None:
            model_day = MarketDay.objects.get(pk=model_day_id)
            for day in made:
                copying.copy_stalls(model_day, to=day)
    return made


def copy_day(*, market_day_id: int, from_day_id: int, by: Person | None, now: datetime) -> Copied:
    """Bring another day's stalls and offers over, at their price and quantity, nothing reserved.

    What the day has already stays as it is: done twice, it changes nothing. Raises SameDayError, or
    WrongDayStateError once orders are closed.
    """
    if market_day_id == from_day_id:
        raise SameDayError
    with transaction.atomic(durable=True):
        day = MarketDay.objects.select_for_update().get(pk=market_day_id)
        if day.state not in {MarketDay.State.DRAFT, MarketDay.State.OPEN}:
            raise WrongDayStateError(day)
        source = MarketDay.objects.get(pk=from_day_id)
        copied = copying.copy_all(source, to=day)
        journal.note(day, DayLogLine.Kind.COPIED, by=by, now=now, words=copied.words(source))
    return copied


def _draft(on: date, hours: rules.Hours, place: Place) -> MarketDay | None:
    day, is_new = MarketDay.objects.get_or_create(
        date=on, defaults={"place": place, **asdict(hours)}
    )
    return day if is_new else None
