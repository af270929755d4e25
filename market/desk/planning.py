"""Market days from a pattern: its dates are shown first, each with a box, then become drafts."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.calendars import patterns
from market import actions, own
from market.desk import words
from market.desk.forms import PlanForm
from market.models import MarketDay

PLAN = "plan"


class PlanView(WagtailAdminTemplateMixin, FormView):
    template_name = "market/desk/plan.html"
    form_class = PlanForm
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(own.ADD_DAYS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Planifier des marchés")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        days = reverse("wagtailsnippets_market_marketday:list")
        return [
            *self.breadcrumbs_items,
            {"url": days, "label": _("Jours de marché")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_initial(self) -> dict[str, Any]:
        last = MarketDay.objects.order_by("-date").first()
        return {"model_day": last, "place": last.place_id} if last else {}

    def form_valid(self, form: PlanForm) -> HttpResponse:
        try:
            dates = _dates(form.cleaned_data)
        except patterns.PatternTooLongError:
            form.add_error("until", _("Plus de 60 dates : rapprochez la fin."))
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
        self, form: PlanForm, dates: list[date], *, kept: set[Any], status: int = 200
    ) -> HttpResponse:
        taken = set(MarketDay.objects.filter(date__in=dates).values_list("date", flat=True))
        context = self.get_context_data(
            form=form,
            dates=[(day, day in kept, day in taken, form.hours_of(day)) for day in dates],
            is_preview=True,
        )
        return self.render_to_response(context, status=status)

    def _plan(self, form: PlanForm, days: list[date]) -> HttpResponse:
        given = form.cleaned_data
        try:
            made = actions.plan_days(
                place=given["place"],
                days=[(day, form.hours_of(day)) for day in days],
                slot_length=timedelta(minutes=given["slot_minutes"]),
                slot_capacity=given["slot_capacity"],
                model_day_id=given["model_day"].pk if given["model_day"] else None,
            )
        except words.REFUSALS as refusal:
            words.say(refusal, form=form)
            return self._show(form, _dates(given), kept=set(days), status=422)
        messages.success(self.request, _planned(made))
        return redirect("wagtailsnippets_market_marketday:list")


def _dates(given: dict[str, Any]) -> list[date]:
    return patterns.dates(
        first=given["first"],
        until=given["until"],
        every_weeks=given["weeks"],
        skip_holidays=given["skip_holidays"],
    )


def _planned(made: list[MarketDay]) -> str:
    return ngettext(
        "%(count)d marché est en brouillon : reprenez ses offres, puis annoncez-le.",
        "%(count)d marchés sont en brouillon : reprenez leurs offres, puis annoncez-les.",
        len(made),
    ) % {"count": len(made)}
