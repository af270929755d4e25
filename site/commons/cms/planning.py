"""Dated rows from a pattern, at the desk: its dates are shown first, each with a box, then become rows of their own."""

from abc import abstractmethod
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.calendars import patterns
from commons.cms.spoken import say_day

PLAN = "plan"


class PlanningView(WagtailAdminTemplateMixin, FormView):
    """A trade says its form, how its pattern reads, and what it makes of the dates that were kept.

    The form has ``until``, beside which too long a pattern is refused.
    """

    template_name: Any = "cms/planning.html"
    header_icon = "calendar-alt"
    permission: str
    title: str | Promise
    listed: str  # the name of the address of the list where the rows come to stand
    list_title: str | Promise
    promise: str | Promise  # what each date becomes
    make: str | Promise  # on the button that binds
    refusals: tuple[type[Exception], ...] = ()

    @abstractmethod
    def dates_of(self, given: dict[str, Any]) -> list[date]:
        """The dates of the pattern. Raises PatternTooLongError."""

    @abstractmethod
    def plan(self, form: Any, days: list[date]) -> str:
        """Make the rows, and say so. Raises one of ``refusals``."""

    @abstractmethod
    def say(self, refusal: Exception, *, form: Any) -> None:
        """Put a refusal on the form."""

    def say_date(self, day: date, form: Any) -> str:
        """What stands beside the box of a date."""
        return say_day(day)

    def remarks(self, dates: list[date]) -> dict[date, str]:
        """Why some of these dates have no box."""
        return {}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.listed), "label": self.list_title},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(promise=self.promise, make=self.make, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            dates = self.dates_of(form.cleaned_data)
        except patterns.PatternTooLongError:
            form.add_error("until", _("Plus de 60 dates : rapprochez la fin."))
            return self.form_invalid(form)
        if PLAN not in self.request.POST:
            return self._show(form, dates, kept=set(dates))
        ticked = {parse_date(day) for day in self.request.POST.getlist("day")}
        kept = [day for day in dates if day in ticked]
        if not kept:
            form.add_error(None, _("Gardez au moins une date."))
            return self._show(form, dates, kept=set(), status=422)
        try:
            said = self.plan(form, kept)
        except self.refusals as refusal:
            self.say(refusal, form=form)
            return self._show(form, dates, kept=set(kept), status=422)
        messages.success(self.request, said)
        return redirect(self.listed)

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _show(
        self, form: forms.Form, dates: list[date], *, kept: set[date], status: int = 200
    ) -> HttpResponse:
        remarks = self.remarks(dates)
        rows = [(day, self.say_date(day, form), day in kept, remarks.get(day, "")) for day in dates]
        context = self.get_context_data(form=form, dates=rows, is_preview=True)
        return self.render_to_response(context, status=status)
