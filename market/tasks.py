"""An id in, one action called; and the sweeper of what was never paid."""

import logging

from celery import shared_task
from django.utils import timezone

from market import actions
from market.models import MarketDay, Order

logger = logging.getLogger(__name__)

SWEEP_SIZE = 100


@shared_task
def release_unpaid_orders() -> None:
    """Give back the stock of orders not paid in time; one that fails waits for the next round."""
    overdue = Order.objects.filter(
        state=Order.State.AWAITING_PAYMENT, expires_at__lte=timezone.now()
    )
    for order_id in overdue.order_by("expires_at").values_list("pk", flat=True)[:SWEEP_SIZE]:
        try:
            actions.release_unpaid(order_id=order_id)
        except Exception:
            logger.exception("order %s keeps its stock for now", order_id)


@shared_task
def turn_days() -> None:
    """Days whose window is over, or that were held yesterday, move on by the clock."""
    now = timezone.now()
    due = MarketDay.objects.filter(state__in=MarketDay.COMING, orders_close_at__lte=now)
    for market_day_id in due.order_by("opens_at").values_list("pk", flat=True):
        actions.follow_the_clock(market_day_id=market_day_id, now=now)


@shared_task
def forget_orders() -> None:
    actions.forget_old_orders(now=timezone.now())


@shared_task
def forget_baskets() -> None:
    actions.forget_left_baskets(now=timezone.now())


@shared_task
def call_off_orders() -> None:
    """A market day that volunteers call off takes its orders with it, each paid back in full."""
    orders = Order.objects.filter(
        market_day__state=MarketDay.State.CANCELLED,
        state__in=[Order.State.AWAITING_PAYMENT, Order.State.PLACED],
    )
    for order_id in orders.order_by("pk").values_list("pk", flat=True)[:SWEEP_SIZE]:
        try:
            actions.release_unpaid(order_id=order_id)
            actions.cancel_order(order_id=order_id)
        except Exception:
            logger.exception("order %s is not called off yet", order_id)
