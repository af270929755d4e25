"""Which market days there are."""

from datetime import date, datetime

from django.db.models import Q

from market.models import MarketDay

OTHERS_SHOWN = 3


def next_market_day(*, at: datetime) -> MarketDay | None:
    """The market day that is on, or the next to come."""
    return MarketDay.objects.not_over(at=at).select_related("place").first()


def coming_days(*, at: datetime, limit: int) -> list[MarketDay]:
    """The next market days, with their place."""
    return list(MarketDay.objects.not_over(at=at).select_related("place")[:limit])


def next_day_to_order(*, at: datetime) -> MarketDay | None:
    """The first day whose orders are not closed yet, for those who missed another's window."""
    return MarketDay.objects.not_over(at=at).filter(orders_close_at__gt=at).first()


def market_day_of(day: date) -> MarketDay | None:
    """The market day of a date, if the public may see it."""
    return MarketDay.objects.shown().select_related("place").filter(date=day).first()


def day_and_others(day: date, *, at: datetime) -> tuple[MarketDay | None, list[MarketDay]]:
    """The market day of a date, if the public may see it, and the next ones that are announced; one query."""
    coming = MarketDay.objects.not_over(at=at).values("pk")[: OTHERS_SHOWN + 1]
    shown = MarketDay.objects.shown().filter(Q(date=day) | Q(pk__in=coming))
    days = list(shown.select_related("place").order_by("opens_at"))
    found = next((each for each in days if each.date == day), None)
    return found, [each for each in days if each.date != day][:OTHERS_SHOWN]
