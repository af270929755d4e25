"""Allotting plots: what is free, whom the rules propose, what was offered; and the committee's verbs."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.cms.verbs import VerbView
from gardens import actions, counting
from gardens.desk import refused
from gardens.desk.forms import CriteriaForm, OfferPlotForm, ReasonForm
from gardens.models import Garden, Plot, PlotOffer, PlotRequest
from gardens.rules.proposing import Proposal
from gardens.vacancies import free_plots, line_to_propose
from gardens.words import say_criteria, say_why

ALLOT = "gardens.add_tenancy"
FEWEST_DAYS_AHEAD = 14  # a household has time to answer and to prepare
LINES_OF_THE_LOG = 30
PASSED_SHOWN = 8
CHOICES_SHOWN = 40


def allotting_url(garden: Garden) -> str:
    """The screen where a garden's plots are allotted."""
    return f"{reverse('gardens_desk:allotting')}?garden={garden.pk}"


class AllottingView(WagtailAdminTemplateMixin, TemplateView):
    """One garden at a time: its vacancies with their proposals, its offers, its log."""

    template_name = "gardens/desk/allotting.html"
    header_icon = "key"
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(ALLOT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Attribuer les parcelles")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gardens = list(Garden.objects.select_related("place"))
        garden = next(
            (one for one in gardens if str(one.pk) == self.request.GET.get("garden")),
            gardens[0] if gardens else None,
        )
        shown = _shown(garden) if garden else {}
        return super().get_context_data(gardens=gardens, garden=garden, **shown, **kwargs)


def _shown(garden: Garden) -> dict[str, Any]:
    now = timezone.now()
    offers = PlotOffer.objects.alive(at=now).filter(plot__garden=garden)
    return {
        "vacancies": [
            {
                "free": free,
                "passed": [(asked.name, say_why(why)) for asked, why in free.passed[:PASSED_SHOWN]],
                "passed_more": max(len(free.passed) - PASSED_SHOWN, 0),
            }
            for free in free_plots(garden, now=now, on=timezone.localdate(now))
        ],
        "offers": offers.select_related("request", "plot", "decided_by").order_by("expires_at"),
        "criteria": say_criteria(counting.criteria_of(garden)),
        "log": garden.log.select_related("by")[:LINES_OF_THE_LOG],
    }


class OfferView(VerbView):
    """Offer a plot to the household that the rules propose, or to another with a reason."""

    permission = ALLOT
    form_class = OfferPlotForm
    verb = gettext_lazy("Proposer cette parcelle")
    done = gettext_lazy("La proposition est partie. Le foyer a son délai pour répondre.")
    refusals = refused.REFUSALS

    def load(self) -> None:
        plots = Plot.objects.current().select_related("garden")
        self.plot: Plot = get_object_or_404(plots, pk=self.kwargs["plot_id"])

    @cached_property
    def line(self) -> list[PlotRequest]:
        return self._read[0]

    @cached_property
    def proposal(self) -> Proposal:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[list[PlotRequest], Proposal]:
        now = timezone.now()
        line = line_to_propose(self.plot.garden, now=now, on=timezone.localdate(now))
        return line.requests, line.proposal(self.plot)

    def get_form_kwargs(self) -> dict[str, Any]:
        shown = self.line if self.request.method == "POST" else self.line[:CHOICES_SHOWN]
        return super().get_form_kwargs() | {"line": shown}

    def get_initial(self) -> dict[str, Any]:
        starts_on = timezone.localdate() + timedelta(days=FEWEST_DAYS_AHEAD)
        return {"request": self.proposal.request_id, "starts_on": starts_on}

    def consequences(self) -> list[str]:
        names = {asked.pk: asked.name for asked in self.line}
        proposed = names.get(self.proposal.request_id or 0)
        passed = [
            f"{names[pk]} : {say_why(why)}" for pk, why in self.proposal.passed[:PASSED_SHOWN]
        ]
        return [
            _("Les règles proposent : %(name)s.") % {"name": proposed}
            if proposed
            else _("Les règles ne proposent personne : les souhaits de la liste sont autres."),
            *passed,
            _("Le foyer reçoit un message et a %(days)d jours pour répondre.")
            % {"days": self.plot.garden.offer_days},
        ]

    def subject(self) -> str:
        return str(self.plot)

    def back_url(self) -> str:
        return allotting_url(self.plot.garden)

    def act(self, form: forms.Form) -> None:
        actions.offer_plot(
            request_id=form.cleaned_data["request"],
            plot_id=self.plot.pk,
            starts_on=form.cleaned_data["starts_on"],
            by=self.volunteer,
            reason=form.cleaned_data["reason"],
        )

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


class RevokeView(VerbView):
    """Take an offer back before it is answered."""

    permission = ALLOT
    form_class = ReasonForm
    verb = gettext_lazy("Reprendre la proposition")
    done = gettext_lazy("La proposition est reprise, et le foyer prévenu.")
    is_grave = True
    refusals = refused.REFUSALS

    def load(self) -> None:
        offers = PlotOffer.objects.select_related("plot__garden", "request")
        self.offer: PlotOffer = get_object_or_404(offers, pk=self.kwargs["offer_id"])

    def subject(self) -> str:
        return str(self.offer)

    def back_url(self) -> str:
        return allotting_url(self.offer.plot.garden)

    def act(self, form: forms.Form) -> None:
        actions.revoke_offer(
            offer_id=self.offer.pk, by=self.volunteer, reason=form.cleaned_data["reason"]
        )

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


class CriteriaView(VerbView):
    """Change the head starts of a garden's list."""

    permission = ALLOT
    form_class = CriteriaForm
    verb = gettext_lazy("Changer les critères")
    done = gettext_lazy("Les critères sont changés, et la liste recomptée.")
    refusals = refused.REFUSALS

    def load(self) -> None:
        self.garden: Garden = get_object_or_404(Garden, pk=self.kwargs["garden_id"])

    def get_initial(self) -> dict[str, Any]:
        return counting.criteria_of(self.garden)

    def consequences(self) -> list[str]:
        return [
            _("Publiés aussitôt sur la page du jardin, à côté de la date de demande."),
            _("Chaque foyer qui attend est recompté ; la décision est gardée au journal."),
        ]

    def subject(self) -> str:
        return str(self.garden)

    def back_url(self) -> str:
        return allotting_url(self.garden)

    def act(self, form: CriteriaForm) -> None:  # type: ignore[override]
        actions.set_criteria(
            garden_id=self.garden.pk,
            days=form.days(),
            by=self.volunteer,
            reason=form.cleaned_data["reason"],
        )

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)
