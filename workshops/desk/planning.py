"""Sessions from a pattern: its dates are shown first, each with a box, then become rows of their own."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.calendars import patterns
from workshops import actions, own
from workshops.desk import words
from workshops.desk.forms import PlanForm
from workshops.models import Session

PLAN = "plan"


class PlanView(WagtailAdminTemplateMixin, FormView):
    template_name = "workshops/desk/plan.html"
    form_class = PlanForm
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(own.ADD_SESSIONS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Planifier des séances")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        board = reverse("wagtailsnippets_workshops_session:list")
        return [
            *self.breadcrumbs_items,
            {"url": board, "label": _("Séances")},
            {"url": "", "label": self.get_page_title()},
        ]

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            dates = _dates(form.cleaned_data)
        except patterns.PatternTooLongError:
            form.add_error("until", _("Plus de 60 dates : rapprochez la fin."))
            return self.form_invalid(form)
        if PLAN not in self.request.POST:
            return self._show(form, dates, kept=set(dates))
        kept = {parse_date(day) for day in self.request.POST.getlist("day")} & set(dates)
        if not kept:
            form.add_error(None, _("Gardez au moins une date."))
            return self._show(form, dates, kept=set(), status=422)
        return self._plan(form, sorted(day for day in kept if day))

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _show(
        self, form: forms.Form, dates: list[date], *, kept: set[date], status: int = 200
    ) -> HttpResponse:
        context = self.get_context_data(
            form=form, dates=[(day, day in kept) for day in dates], is_preview=True
        )
        return self.render_to_response(context, status=status)

    def _plan(self, form: forms.Form, days: list[date]) -> HttpResponse:
        given = form.cleaned_data
        try:
            made = actions.plan_sessions(
                workshop=given["workshop"],
                cycle=given["cycle"],
                place=given["place"],
                online_url=given["online_url"],
                capacity=given["capacity"],
                spans=[(_at(day, given["starts"]), _at(day, given["ends"])) for day in days],
            )
        except words.REFUSALS as refusal:
            words.say(refusal, form=form)
            return self._show(form, _dates(given), kept=set(days), status=422)
        messages.success(self.request, _planned(made))
        return redirect("wagtailsnippets_workshops_session:list")


def _dates(given: dict[str, Any]) -> list[date]:
    first: date = given["first"]
    by_month = given["pattern"] == PlanForm.NTH
    return patterns.dates(
        first=first,
        until=given["until"],
        every_weeks=given["weeks"],
        nth_of_month=patterns.ordinal_of(first) if by_month else None,
        skip_holidays=given["skip_holidays"],
    )


def _at(day: date, clock: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))


def _planned(made: list[Session]) -> str:
    return ngettext(
        "%(count)d séance est planifiée.", "%(count)d séances sont planifiées.", len(made)
    ) % {"count": len(made)}
