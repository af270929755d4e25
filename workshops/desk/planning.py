"""Sessions from a pattern: each date becomes one, that can then be changed alone."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from commons.calendars import patterns
from commons.cms.planning import PlanningView
from workshops import actions, own
from workshops.desk import words
from workshops.desk.forms import PlanForm


class PlanView(PlanningView):
    form_class = PlanForm
    permission = own.ADD_SESSIONS
    title = gettext_lazy("Planifier des séances")
    listed = "wagtailsnippets_workshops_session:list"
    list_title = gettext_lazy("Séances")
    promise = gettext_lazy("Chaque date devient une séance, que l’on peut ensuite changer seule.")
    make = gettext_lazy("Créer ces séances")
    refusals = words.REFUSALS

    def dates_of(self, given: dict[str, Any]) -> list[date]:
        first: date = given["first"]
        by_month = given["pattern"] == PlanForm.NTH
        return patterns.dates(
            first=first,
            until=given["until"],
            every_weeks=given["weeks"],
            nth_of_month=patterns.ordinal_of(first) if by_month else None,
            skip_holidays=given["skip_holidays"],
        )

    def say(self, refusal: Exception, *, form: PlanForm) -> None:
        words.say(refusal, form=form)

    def plan(self, form: PlanForm, days: list[date]) -> str:
        given = form.cleaned_data
        made = actions.plan_sessions(
            workshop=given["workshop"],
            cycle=given["cycle"],
            place=given["place"],
            online_url=given["online_url"],
            capacity=given["capacity"],
            spans=[(_at(day, given["starts"]), _at(day, given["ends"])) for day in days],
        )
        return ngettext(
            "%(count)d séance est planifiée.", "%(count)d séances sont planifiées.", len(made)
        ) % {"count": len(made)}


def _at(day: date, clock: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
