"""The worker's application: how a task is queued, and what runs by the clock."""

import logging
import os
from functools import partial
from typing import Any

from celery import Celery
from celery.contrib.django.task import DjangoTask
from celery.schedules import crontab
from django.db import transaction

logger = logging.getLogger(__name__)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class RowFirstTask(DjangoTask):
    """A task whose work is already written down as a row before it is queued.

    So losing the queue loses nothing: a sweeper finds the row. That is why ``delay_on_commit`` logs a dead
    Redis instead of raising: by then the visitor's booking is committed, and they must see it confirmed.
    """

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:
        transaction.on_commit(partial(self._delay_or_log, *args, **kwargs))

    def _delay_or_log(self, *args: Any, **kwargs: Any) -> None:
        try:
            self.apply_async(args=args, kwargs=kwargs, retry=False)
        except self.OperationalError:
            logger.warning("queue unreachable: %s%r waits for its sweeper", self.name, args)


app = Celery("halle", task_cls=RowFirstTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Beat's schedule is code, not rows: it is reviewed, and the same on every machine.
# Each trade's sweeper finds what a lost task, a killed worker or a closed browser left unfinished.
app.conf.beat_schedule = {
    "send due messages": {"task": "commons.notices.tasks.sweep_messages", "schedule": 20.0},
    "reconcile payments": {"task": "commons.payments.tasks.sweep_payments", "schedule": 60.0},
    "release unpaid orders": {"task": "market.tasks.release_unpaid_orders", "schedule": 60.0},
    "release unpaid gifts": {"task": "market.tasks.release_unpaid_gifts", "schedule": 600.0},
    "release held baskets": {"task": "market.tasks.release_held_baskets", "schedule": 30.0},
    "take estimates": {"task": "market.tasks.take_estimates", "schedule": 3600.0},
    "call off orders": {"task": "market.tasks.call_off_orders", "schedule": 60.0},
    "turn market days": {"task": "market.tasks.turn_days", "schedule": 60.0},
    "prepare recurring baskets": {
        "task": "market.tasks.prepare_recurring_baskets",
        "schedule": 60.0,
    },
    "refresh the search index": {
        "task": "commons.finding.tasks.refresh_index",
        "schedule": crontab(hour=4, minute=20),
    },
    "publish scheduled pages": {"task": "commons.cms.tasks.publish_scheduled", "schedule": 180.0},
    "list the links of pages": {"task": "commons.cms.tasks.list_links", "schedule": 86400.0},
    "try links": {"task": "commons.cms.tasks.check_links", "schedule": 1800.0},
    "forget old messages": {"task": "commons.notices.tasks.forget_messages", "schedule": 86400.0},
    "release unpaid bookings": {
        "task": "workshops.tasks.release_unpaid_bookings",
        "schedule": 60.0,
    },
    "call off bookings": {"task": "workshops.tasks.call_off_bookings", "schedule": 60.0},
    "expire offers of seats": {"task": "workshops.tasks.expire_offers", "schedule": 30.0},
    "close waiting lists": {"task": "workshops.tasks.close_lists", "schedule": 600.0},
    "thank people": {"task": "workshops.tasks.thank_people", "schedule": 600.0},
    "forget old enquiries": {"task": "content.tasks.forget_enquiries", "schedule": 86400.0},
    "forget old bookings": {"task": "workshops.tasks.forget_bookings", "schedule": 86400.0},
    "forget access needs": {"task": "workshops.tasks.forget_needs", "schedule": 86400.0},
    "expire plot offers": {"task": "gardens.tasks.expire_offers", "schedule": 600.0},
    "ask who still waits for a plot": {
        "task": "gardens.tasks.ask_who_still_waits",
        "schedule": 86400.0,
    },
    "leave garden logs to their plots": {
        "task": "gardens.tasks.leave_logs_to_plots",
        "schedule": 86400.0,
    },
    "forget closed plot requests": {
        "task": "gardens.tasks.forget_closed_requests",
        "schedule": 86400.0,
    },
    "expire matches of corners": {"task": "gardens.tasks.expire_matches", "schedule": 600.0},
    "part those who left": {
        "task": "gardens.tasks.part_those_who_left",
        "schedule": crontab(hour=3, minute=20),
    },
    "lay the turns of gardens": {
        "task": "gardens.tasks.lay_turns",
        "schedule": crontab(hour=3, minute=40),
    },
    "write digests of notices": {
        "task": "gardens.tasks.write_digests",
        "schedule": crontab(day_of_week=1, hour=7, minute=0),
    },
    "forget care of gardens": {"task": "gardens.tasks.forget_care", "schedule": 86400.0},
    "forget turns of gardens": {"task": "gardens.tasks.forget_turns", "schedule": 86400.0},
    "forget ended visits": {"task": "commons.people.tasks.forget_visits", "schedule": 86400.0},
    "forget left baskets": {"task": "market.tasks.forget_baskets", "schedule": 86400.0},
    "forget recurring baskets": {
        "task": "market.tasks.forget_recurring_baskets",
        "schedule": 86400.0,
    },
    "forget old orders": {"task": "market.tasks.forget_orders", "schedule": 86400.0},
}
