"""Three market days around today, what each has on its stalls, and a few neighbours' orders."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from django.db import transaction
from django.utils import timezone

from demo.collective import hall_plan, market_days, orders, places, producers, products, withdrawals
from demo.collective.wares import WARES
from market.models import MarketDay, Offer, Pitch, Producer, Product, Stall
from market.rules import Hours, missing_facts

ORDERS_OPEN = timedelta(days=6)  # before the day, at eight in the morning
ORDERS_CLOSE_AT = time(20)  # the evening before: what is ordered is picked at dawn
SOONEST = 2  # days ahead, so that whoever comes today still has time to order


@dataclass(frozen=True)
class Opening:
    starts: time
    ends: time


HOURS = {2: Opening(time(16), time(20)), 5: Opening(time(8, 30), time(13))}  # Wednesday, Saturday


def lay(*, now: datetime) -> None:
    """Sellers, products, then the days: the last one, the next that still takes orders, the one after."""
    today = timezone.localdate(now)
    sellers = producers.lay()
    pitches = hall_plan.lay()
    products.lay(sellers, today=today)
    past, following, after = market_dates(today)
    drafted = next(_market_dates(after, step=1, first=1))
    for day in (past, following, after):
        _lay_day(day, sellers=sellers, pitches=pitches)
        market_days.announce(day, now=now)
    orders.lay(past, now=now)
    orders.weigh(past, now=now)
    withdrawals.lay(past, now=now)
    orders.lay(following, now=now)
    market_days.turn(now=now)
    market_days.lay_draft(
        drafted,
        hours=_hours(drafted),
        place=places.named(places.HALL),
        like=MarketDay.objects.get(date=following),
        now=now,
    )


def market_dates(today: date) -> tuple[date, date, date]:
    """The last market before a day, the first that can still be ordered for, and the one after it."""
    past = next(_market_dates(today, step=-1, first=1))
    coming = _market_dates(today, step=1, first=SOONEST)
    return past, next(coming), next(coming)


def _market_dates(today: date, *, step: int, first: int) -> Iterator[date]:
    days = (today + timedelta(days=step * distance) for distance in count(first))
    return (day for day in days if day.weekday() in HOURS)


def _lay_day(day: date, *, sellers: dict[str, Producer], pitches: dict[int, Pitch]) -> None:
    """A day with its stalls and offers, all at once; a day that exists keeps the life it has had since."""
    if MarketDay.objects.filter(date=day).exists():
        return
    with transaction.atomic():
        market_day = MarketDay.objects.create(
            date=day,
            place=places.named(places.HALL),
            state=MarketDay.State.OPEN,
            **asdict(_hours(day)),
        )
        market_days.lay_slots(market_day)
        Stall.objects.bulk_create(
            Stall(
                market_day=market_day,
                producer=sellers[slug],
                pitch=pitches[number],
                confirmed_at=market_day.orders_open_at,
            )
            for slug, number in hall_plan.STANDS.items()
        )
        Offer.objects.bulk_create(_offers(market_day))


def _offers(market_day: MarketDay) -> Iterator[Offer]:
    """What is in season on the day, and what has no season."""
    known = Product.objects.select_related("producer", "plant")
    by_name = {(product.producer.slug, product.name_fr): product for product in known}
    month = market_day.date.month
    for slug, wares in WARES.items():
        for ware in wares:
            product = by_name[slug, ware.fr]
            lacks = missing_facts(product, on=market_day.date, alcohol_allowed=False)
            if not lacks and (not product.season or month in product.season):
                yield Offer(
                    market_day=market_day,
                    product=product,
                    price_cents=ware.cents,
                    quantity=Decimal(ware.stock),
                )


def _hours(day: date) -> Hours:
    opening = HOURS[day.weekday()]
    return Hours(
        opens_at=_at(day, opening.starts),
        closes_at=_at(day, opening.ends),
        orders_open_at=_at(day - ORDERS_OPEN, time(8)),
        orders_close_at=_at(day - timedelta(days=1), ORDERS_CLOSE_AT),
    )


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=timezone.get_default_timezone())
