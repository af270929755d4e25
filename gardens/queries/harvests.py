"""What gardens pick and give, all households together."""

from datetime import date

from django.db.models import Sum

from gardens.models import Harvest, Plot, Surplus, Tenancy
from gardens.queries.growing import HARVEST_IS_FRESH

HOUSEHOLDS_BEFORE_TELLING = 3  # fewer, and one could guess whose it is


def picked_now(garden_id: int, *, on: date) -> list[str]:
    """What a garden picks these days, in the alphabet; [] while fewer than three households log."""
    fresh = Harvest.objects.filter(
        plot__in=Plot.objects.filter(garden=garden_id),
        plant__isnull=False,
        tenancy__isnull=False,
        on__gt=on - HARVEST_IS_FRESH,
        on__lte=on,
    ).select_related("plant")
    rows = list(fresh.order_by().distinct("tenancy", "plant"))
    if len({row.tenancy_id for row in rows}) < HOUSEHOLDS_BEFORE_TELLING:
        return []
    return sorted({row.name for row in rows})


def surplus_of(tenancy: Tenancy, *, on: date) -> list[Surplus]:
    """What a household announced and has not brought yet."""
    return list(Surplus.objects.announced(on=on).filter(tenancy=tenancy).select_related("plant"))


def surplus_announced(*, on: date, limit: int) -> list[Surplus]:
    """What waits for its baskets, of all gardens; no household is read."""
    return list(Surplus.objects.announced(on=on).select_related("plant", "plot__garden")[:limit])


def given_grams(*, start: date, end: date) -> int:
    """What was given to the baskets between two days, the last excluded."""
    given = Harvest.objects.filter(solidarity=True, on__gte=start, on__lt=end)
    return given.aggregate(total=Sum("grams"))["total"] or 0
