"""Market days from a pattern: each date becomes a draft."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.calendars import patterns
from commons.cms.planning import PlanningView
from commons.cms.spoken import say_day, say_hours
from market import actions, own
from market.desk import words
from market.desk.forms import PlanForm
from market.models import MarketDay


class PlanView(PlanningView):
    form_class = PlanForm
    permission = own.ADD_DAYS
    title = gettext_lazy("Planifier des marchés")
    listed = "wagtailsnippets_market_marketday:list"
    list_title = gettext_lazy("Jours de marché")
    promise = gettext_lazy(
        "Chaque date devient un brouillon, que le public ne voit pas et que l’on peut changer seul."
    )
    make = gettext_lazy("Créer ces brouillons")
    refusals = words.REFUSALS

    def get_initial(self) -> dict[str, Any]:
        last = MarketDay.objects.order_by("-date").first()
        return {"model_day": last, "place": last.place_id} if last else {}

    def dates_of(self, given: dict[str, Any]) -> list[date]:
        return patterns.dates(
            first=given["first"],
            until=given["until"],
            every_weeks=given["weeks"],
            skip_holidays=given["skip_holidays"],
        )

    def say_date(self, day: date, form: PlanForm) -> str:
        hours = form.hours_of(day)
        return _("%(day)s, %(hours)s ; commandes du %(from)s au %(until)s, %(hour)s") % {
            "day": say_day(day),
            "hours": say_hours(hours.opens_at, hours.closes_at),
            "from": say_day(hours.orders_open_at),
            "until": say_day(hours.orders_close_at),
            "hour": say_hours(hours.orders_close_at),
        }

    def remarks(self, dates: list[date]) -> dict[date, str]:
        taken = MarketDay.objects.filter(date__in=dates).values_list("date", flat=True)
        return dict.fromkeys(taken, _("un marché y est déjà"))

    def say(self, refusal: Exception, *, form: PlanForm) -> None:
        words.say(refusal, form=form)

    def plan(self, form: PlanForm, days: list[date]) -> str:
        given = form.cleaned_data
        made = actions.plan_days(
            place=given["place"],
            days=[(day, form.hours_of(day)) for day in days],
            slot_length=timedelta(minutes=given["slot_minutes"]),
            slot_capacity=given["slot_capacity"],
            model_day_id=given["model_day"].pk if given["model_day"] else None,
        )
        return ngettext(
            "%(count)d marché est en brouillon : reprenez ses offres, puis annoncez-le.",
            "%(count)d marchés sont en brouillon : reprenez leurs offres, puis annoncez-les.",
            len(made),
        ) % {"count": len(made)}
