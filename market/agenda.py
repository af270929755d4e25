"""Market days, as the agenda and the calendar files want them."""

from datetime import datetime

from django.utils.translation import gettext as _

from commons.agenda import AgendaEntry
from commons.cms.spoken import say_day, say_time
from market.models import MarketDay


def entries(*, start: datetime, end: datetime) -> list[AgendaEntry]:
    """The announced market days that open between two moments."""
    days = (
        MarketDay.objects.filter(state=MarketDay.State.OPEN, opens_at__gte=start, opens_at__lt=end)
        .select_related("place")
        .order_by("opens_at")
    )
    return [_entry(day) for day in days]


def _entry(market_day: MarketDay) -> AgendaEntry:
    closing = market_day.orders_close_at
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
    )
