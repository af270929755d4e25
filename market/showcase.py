"""What a page of any kind may show of the market, always up to date."""

from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commons.cms.live import LiveList
from commons.cms.spoken import say_day, say_hours, say_in_days


def next_day(*, now: datetime, limit: int) -> dict[str, Any]:
    """The day that is on or comes next, as the slate tells it. There is one: ``limit`` changes nothing."""
    from market import queries

    day = queries.next_market_day(at=now)
    if day is None:
        return {"day": None}
    return {
        "day": day,
        "takes_orders": day.takes_orders(at=now),
        "title": capfirst(say_day(day.opens_at)),
        "note": say_in_days(day.opens_at),
        "rows": [
            (gettext("Ouvert"), say_hours(day.opens_at, day.closes_at)),
            (gettext("Où"), day.place.name),
        ],
    }


def in_season(*, now: datetime, limit: int) -> dict[str, Any]:
    """A few offers of the next day, in season and with stock left."""
    from market import queries

    return {"offers": queries.highlights(at=now, limit=limit)}


NEXT_DAY = LiveList(
    label=_("Marché : le prochain jour"), template="market/live_day.html", read=next_day
)
IN_SEASON = LiveList(
    label=_("Marché : ce qui est de saison"), template="market/live_season.html", read=in_season
)
