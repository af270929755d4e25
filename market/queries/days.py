"""Which market days there are."""

from datetime import date, datetime

from market.models import MarketDay


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


def neighbours_of(market_day: MarketDay, *, at: datetime) -> list[MarketDay]:
    """The other days announced and not over."""
    coming = MarketDay.objects.not_over(at=at)
    return list(coming.exclude(pk=market_day.pk)[:3])
