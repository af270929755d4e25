"""A neighbour changes their mind about a honey: what keeps is given back, and waits at the desk."""

from datetime import date, datetime

from market.actions import withdraw
from market.models import Order, OrderLine


def lay(day: date, *, now: datetime) -> None:
    """The first order of a past day that holds something that keeps; declared once."""
    keeping = OrderLine.objects.filter(
        order__market_day__date=day,
        order__state=Order.State.PLACED,
        perishable=False,
        quantity__gt=0,
    )
    if Order.objects.filter(market_day__date=day, withdrawals__isnull=False).exists():
        return
    if line := keeping.order_by("-order_id", "pk").first():
        withdraw(order_id=line.order_id, line_ids=[line.pk], now=now)
