"""How much between two dates, for the page of effects."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from market.models import FundEntry, MarketDay, Order, OrderLine


def market_days_held(*, start: date, end: date) -> int:
    """Days of market, the first date included and the last excluded."""
    return MarketDay.objects.filter(
        state__in=MarketDay.ANNOUNCED, date__gte=start, date__lt=end
    ).count()


def orders_placed(*, start: date, end: date) -> int:
    """Confirmed orders for those days."""
    return Order.objects.filter(_placed("", start=start, end=end)).count()


def ordered_cents(*, start: date, end: date) -> int:
    """What those orders amount to, in cents, VAT included."""
    return _lines(start=start, end=end).aggregate(total=Sum("total_cents"))["total"] or 0


def producers_ordered_from(*, start: date, end: date) -> int:
    """Different producers from whom something was ordered."""
    return _lines(start=start, end=end).values("offer__product__producer").distinct().count()


def baskets_offered(*, start: date, end: date) -> int:
    """Confirmed orders for those days that a word of the solidarity fund paid, in whole or in part."""
    helped = FundEntry.objects.filter(
        order=OuterRef("pk"), kind=FundEntry.Kind.HELP, word__isnull=False
    )
    orders = Order.objects.filter(_placed("", start=start, end=end), fund_cents__gt=0)
    return orders.filter(Exists(helped)).count()


def _lines(*, start: date, end: date) -> QuerySet[OrderLine]:
    return OrderLine.objects.filter(_placed("order__", start=start, end=end))


def _placed(path: str, *, start: date, end: date) -> Q:
    return Q(
        **{
            f"{path}state": Order.State.PLACED,
            f"{path}market_day__date__gte": start,
            f"{path}market_day__date__lt": end,
        }
    )
