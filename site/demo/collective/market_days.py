"""How the market days stand around today: the last one held, those announced, and a draft some farms have not answered."""

from datetime import date, datetime

from commons.places.models import Place
from market import actions, stalls
from market.models import MarketDay, PickUpSlot, Stall
from market.rules import Hours
from market.timetable import cut

PLACES_IN_A_SLOT = 4  # few, so that the neighbours' orders nearly fill one
SILENT = ("rucher-des-aulnes", "ferme-du-coteau")  # they read their mail on Sundays


def lay_slots(market_day: MarketDay) -> None:
    PickUpSlot.objects.bulk_create(cut(market_day, capacity=PLACES_IN_A_SLOT))


def announce(day: date, *, now: datetime) -> None:
    """A draft of an earlier load has come near enough to take orders; one that nobody announced in time stays so."""
    draft = MarketDay.objects.filter(date=day, state=MarketDay.State.DRAFT).first()
    if draft and draft.orders_close_at > now:
        actions.open_orders(market_day_id=draft.pk, by=None, now=now)


def turn(*, now: datetime) -> None:
    """What the clock would have done by now."""
    for market_day in MarketDay.objects.filter(state__in=MarketDay.COMING):
        actions.follow_the_clock(market_day_id=market_day.pk, now=now)


def lay_draft(day: date, *, hours: Hours, place: Place, like: MarketDay, now: datetime) -> None:
    """A day to come, filled from another: most farms have read their offers through, two have not."""
    if MarketDay.objects.filter(date=day).exists():
        return
    (draft,) = actions.plan_days(place=place, days=[(day, hours)])
    actions.copy_day(market_day_id=draft.pk, from_day_id=like.pk, by=None, now=now)
    for stall in Stall.objects.filter(market_day=draft).exclude(producer__slug__in=SILENT):
        stalls.answered(market_day_id=draft.pk, producer_id=stall.producer_id, now=now)
