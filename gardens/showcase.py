"""What a page of any kind may show of the gardens, always up to date."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.live import LiveList


def gardens_with_room(*, now: datetime, limit: int) -> dict[str, Any]:
    """Those with most room first."""
    from gardens import queries

    glances = queries.glances(at=now)
    glances.sort(key=lambda glance: -(glance.free + glance.free_corners))
    return {"glances": glances[:limit]}


GARDENS = LiveList(
    label=_("Jardins : les parcelles libres"),
    template="gardens/live_gardens.html",
    read=gardens_with_room,
)


def surplus_waiting(*, now: datetime, limit: int) -> dict[str, Any]:
    """What gardens offer to the solidarity baskets, the soonest first; never by household."""
    from gardens import queries

    return {"surplus": queries.surplus_announced(on=timezone.localdate(now), limit=limit)}


SURPLUS = LiveList(
    label=_("Jardins : les surplus pour les paniers solidaires"),
    template="gardens/live_surplus.html",
    read=surplus_waiting,
)
