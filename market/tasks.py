"""An id in, one action called; and the sweeper of what was never paid."""

import logging

from celery import shared_task
from django.utils import timezone

from market import actions, journal, queries, rules
from market.models import Basket, MarketDay, Order
from market.money import paying

logger = logging.getLogger(__name__)

SWEEP_SIZE = 100
PREPARE_SIZE = 300  # lists in one round: seconds, well within a task's time


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
def release_unpaid_gifts() -> None:
    """A gift thought over for an hour is given up, at the provider first."""
    before = timezone.now() - rules.GIFT_WAITS
    for gift_id in paying.gifts_unpaid(before)[:SWEEP_SIZE]:
        try:
            actions.release_gift(gift_id=gift_id)
        except Exception:
            logger.exception("gift %s is still open", gift_id)


@shared_task
def turn_days() -> None:
    """Days whose window is over, or that were held yesterday, move on by the clock."""
    now = timezone.now()
    due = MarketDay.objects.filter(state__in=MarketDay.COMING, orders_close_at__lte=now)
    for market_day_id in due.order_by("opens_at").values_list("pk", flat=True):
        actions.follow_the_clock(market_day_id=market_day_id, now=now)


@shared_task
def release_held_baskets() -> None:
    """Put back on sale what checkouts held and nobody ordered."""
    now = timezone.now()
    overdue = Basket.objects.filter(ordered_at=None, held_until__lte=now)
    for basket_id in overdue.order_by("held_until").values_list("pk", flat=True)[:SWEEP_SIZE]:
        actions.release_holds(basket_id=basket_id, now=now)


@shared_task
def take_estimates() -> None:
    """What nobody weighed is paid as it was ordered, before the bank lets the money go."""
    over = timezone.now() - rules.WEIGHED_WITHIN
    unweighed = Order.objects.filter(
        state=Order.State.PLACED,
        market_day__closes_at__lt=over,
        lines__by_weight=True,
        lines__weighed=None,
        lines__quantity__gt=0,
    )
    for order_id in unweighed.distinct().order_by("pk").values_list("pk", flat=True)[:SWEEP_SIZE]:
        try:
            actions.take_estimates(order_id=order_id, now=timezone.now())
        except Exception:
            logger.exception("order %s is not weighed yet", order_id)


@shared_task
def prepare_recurring_baskets() -> None:
    """Fill the recurring baskets of the days whose orders have opened; one that fails waits for the next round."""
    now = timezone.now()
    for market_day in queries.days_to_prepare(at=now):
        due = queries.lists_due(market_day).order_by("pk").values_list("pk", flat=True)
        for list_id in due[:PREPARE_SIZE]:
            try:
                actions.prepare_recurring(
                    list_id=list_id, market_day_id=market_day.pk, now=timezone.now()
                )
            except Exception:
                logger.exception("recurring basket %s is not prepared yet", list_id)


@shared_task
def forget_recurring_baskets() -> None:
    actions.forget_recurring(now=timezone.now())


@shared_task
def forget_orders() -> None:
    actions.forget_old_orders(now=timezone.now())
    actions.forget_givers(now=timezone.now())


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
    for order in orders.select_related("market_day").order_by("pk")[:SWEEP_SIZE]:
        try:
            actions.release_unpaid(order_id=order.pk)
            actions.call_off_order(
                order_id=order.pk, by=journal.who_called_off(order.market_day), now=timezone.now()
            )
        except Exception:
            logger.exception("order %s is not called off yet", order.pk)
