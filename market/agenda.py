"""Market days, as the agenda and the calendar files want them."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from commons.agenda import AgendaEntry
from commons.cms.spoken import say_day, say_time
from commons.people.models import Person
from market.models import MarketDay, Order


def entries(*, start: datetime, end: datetime) -> list[AgendaEntry]:
    """The announced market days that open between two moments."""
    return _days(MarketDay.ANNOUNCED, start=start, end=end)


def called_off(*, start: datetime, end: datetime) -> list[AgendaEntry]:
    """The market days called off that would have opened between two moments: calendars take them away."""
    return _days([MarketDay.State.CANCELLED], start=start, end=end)


def mine(
    person: Person, *, addresses: Sequence[str], start: datetime, end: datetime
) -> list[AgendaEntry]:
    """The orders a person picks up between two moments, made under their account or an address of theirs."""
    orders = Order.objects.filter(
        Q(person=person) | Q(email__in=addresses),
        state=Order.State.PLACED,
        market_day__opens_at__gte=start,
        market_day__opens_at__lt=end,
    )
    return [_pick_up(order) for order in orders.select_related("market_day__place")]


def _days(
    states: Sequence[MarketDay.State], *, start: datetime, end: datetime
) -> list[AgendaEntry]:
    days = MarketDay.objects.filter(state__in=states, opens_at__gte=start, opens_at__lt=end)
    return [_entry(day) for day in days.select_related("place").order_by("opens_at")]


def _entry(market_day: MarketDay) -> AgendaEntry:
    closing = market_day.orders_close_at
    called_off = market_day.is_cancelled
    return AgendaEntry(
        uid=f"market-day-{market_day.pk}",
        trade="market",
        title=_("Marché sous la halle"),
        starts_at=market_day.opens_at,
        ends_at=market_day.closes_at,
        url=market_day.get_absolute_url(),
        place=market_day.place.one_line,
        place_name=market_day.place.name,
        note=_("Commandes jusqu’à %(day)s, %(hour)s")
        % {"day": say_day(closing), "hour": say_time(closing)},
        sequence=int(called_off),
        cancelled=called_off,
    )


def _pick_up(order: Order) -> AgendaEntry:
    market_day = order.market_day
    return AgendaEntry(
        uid=f"order-{order.pk}",
        trade="market",
        title=_("Retirer ma commande %(number)s") % {"number": order.number},
        starts_at=market_day.opens_at,
        ends_at=market_day.closes_at,
        url=order.get_absolute_url(),
        place=market_day.place.one_line,
        place_name=market_day.place.name,
        note=_("Dites votre numéro à l’accueil de la halle."),
    )
