"""A garden's seasons: opening one in one screen, who answered what, and closing it."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.cms.verbs import VerbView
from gardens import actions
from gardens.actions.seasons import on_trial_in
from gardens.board import is_silent
from gardens.desk import refused
from gardens.desk.screens import KEEP_SEASONS, GardenScreen, Screen
from gardens.desk.season_forms import CloseSeasonForm, OpenSeasonForm, next_after
from gardens.letters.of_seasons import question_to
from gardens.models import Enrolment, Garden, Season, Tenancy
from gardens.queries.seasons_desk import enrolments_for_desk, last_season, sums_of, to_be_asked
from gardens.terms import Terms


def season_url(season: Season) -> str:
    return reverse("gardens_desk:season", args=[season.pk])


def seasons_url(garden: Garden) -> str:
    return f"{reverse('gardens_desk:seasons')}?garden={garden.pk}"


class SeasonsView(GardenScreen):
    """The seasons of a garden, the newest first, and its charters."""

    permission = KEEP_SEASONS
    template_name = "gardens/desk/seasons.html"
    title = gettext_lazy("Saisons")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seasons = self.garden.seasons.select_related("garden", "charter") if self.garden else []
        return super().get_context_data(seasons=seasons, **kwargs)


class OpenSeasonView(WagtailAdminTemplateMixin, FormView):
    """One screen: the terms, whom it writes to, the letter itself, and the button that opens it.

    « Revoir l’aperçu » sends the form back with the letter as it would be; nothing is kept.
    """

    template_name = "gardens/desk/open_season.html"
    form_class = OpenSeasonForm
    header_icon = "date"
    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(KEEP_SEASONS):
            raise PermissionDenied
        self.garden: Garden = get_object_or_404(Garden, pk=kwargs["garden_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Ouvrir une saison")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": seasons_url(self.garden), "label": _("Saisons")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"garden": self.garden}

    def get_initial(self) -> dict[str, Any]:
        return self._next.copy()

    @cached_property
    def _next(self) -> dict[str, Any]:
        """The season that would follow the last one."""
        return next_after(self.garden, last_season(self.garden))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(garden=self.garden, **kwargs)
        terms = self._terms(context["form"])
        asked = list(to_be_asked(self.garden, on=terms.starts_on)) if terms else []
        return context | {
            "asked": asked,
            "unreachable": [tenancy for tenancy in asked if not tenancy.email],
            "letter": _preview(self.garden, terms, asked[0]) if terms and asked else "",
        }

    def form_valid(self, form: OpenSeasonForm) -> HttpResponse:
        if "preview" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            season = actions.open_season(
                garden_id=self.garden.pk,
                terms=form.terms(),
                by=self.request.user,  # type: ignore[arg-type]
            )
        except refused.REFUSALS as refusal:
            refused.say(refusal, form=form)
            return self.form_invalid(form)
        count = season.enrolments.count()
        said = ngettext(
            "La saison est ouverte. Un foyer est invité à répondre.",
            "La saison est ouverte. %(count)d foyers sont invités à répondre.",
            count,
        )
        messages.success(self.request, said % {"count": count})
        return redirect(season_url(season))

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _terms(self, form: OpenSeasonForm) -> Terms | None:
        """Those that were typed; before that, those of the season that follows the last one."""
        if form.is_bound:
            return form.terms() if form.is_valid() else None
        typed = OpenSeasonForm(_as_typed(self.get_initial()), garden=self.garden)
        return typed.terms() if typed.is_valid() else None


class SeasonView(Screen):
    """Who answered what, who did not and is to be called, who leaves, and whose trial ends."""

    permission = KEEP_SEASONS
    template_name = "gardens/desk/season.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = Season.objects.select_related("garden", "charter")
        self.season: Season = get_object_or_404(rows, pk=kwargs["season_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.season)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": seasons_url(self.season.garden), "label": _("Saisons")},
            {"url": "", "label": str(self.season)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today, season = timezone.localdate(), self.season
        all_rows = enrolments_for_desk().filter(season=season)
        rows = list(all_rows)
        asked = [row for row in rows if row.state == Enrolment.State.ASKED]
        return super().get_context_data(
            season=season,
            sums=sums_of(all_rows),
            asked=[(row, is_silent(row, on=today)) for row in asked],
            leaving=[row for row in rows if row.state == Enrolment.State.LEAVES],
            trials=on_trial_in(season) if season.state == Season.State.OPEN else [],
            may_close=season.state == Season.State.OPEN and today >= season.ends_on,
            **kwargs,
        )


class CloseSeasonView(VerbView):
    """Close a season that is over; trials end well unless somebody says otherwise."""

    permission = KEEP_SEASONS
    form_class = CloseSeasonForm
    verb = gettext_lazy("Clore la saison")
    done = gettext_lazy("La saison est close, et les foyers confirmés l’apprennent.")
    refusals = refused.REFUSALS

    def load(self) -> None:
        rows = Season.objects.select_related("garden")
        self.season: Season = get_object_or_404(rows, pk=self.kwargs["season_id"])

    @cached_property
    def trials(self) -> list[Tenancy]:
        return on_trial_in(self.season)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"trials": self.trials}

    def consequences(self) -> list[str]:
        return [
            ngettext(
                "%(count)d foyer est à l’essai : il est confirmé, sauf coché ci-dessous.",
                "%(count)d foyers sont à l’essai : ils sont confirmés, sauf cochés ci-dessous.",
                len(self.trials),
            )
            % {"count": len(self.trials)},
            _("Qui s’arrête a déjà son dernier jour ; qui n’a pas répondu garde sa parcelle."),
        ]

    def subject(self) -> str:
        return str(self.season)

    def back_url(self) -> str:
        return season_url(self.season)

    def act(self, form: forms.Form) -> None:
        actions.close_season(
            season_id=self.season.pk,
            by=self.volunteer,
            still_on_trial=form.cleaned_data["still_on_trial"],
        )

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


def _preview(garden: Garden, terms: Terms, tenancy: Tenancy) -> str:
    """The letter as its first reader would get it; its rows are never saved."""
    season = Season(
        garden=garden,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        answer_by=terms.answer_by,
        charter=terms.charter,
        fee=terms.fee,
        floor_cents=terms.floor_cents,
        pk=0,
    )
    tenancy.plot.garden = garden
    with translation.override(settings.LANGUAGE_CODE):
        letter = question_to(Enrolment(season=season, tenancy=tenancy))
        body = render_to_string(f"{letter.template}.txt", letter.context)
    return f"{letter.subject}\n\n{body}"


def _as_typed(initial: dict[str, Any]) -> dict[str, Any]:
    """Initial values as a browser would send them."""
    return {
        name: getattr(value, "pk", value) for name, value in initial.items() if value is not None
    }
