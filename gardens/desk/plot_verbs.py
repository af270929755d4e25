"""What is done to a plot: each verb asks, says what follows, calls its action, and comes back to the plan."""

from abc import abstractmethod
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView

from gardens import actions
from gardens.desk.drawing import OneGarden, screen_of
from gardens.desk.plot_words import REFUSALS, say_refusal
from gardens.forms.plots import MergeForm, RetireForm, SplitForm
from gardens.lineage import going_on
from gardens.models import Garden, Plot, Tenancy


class PlotVerbView(OneGarden, FormView):
    """A form that says what follows before it is sent; a refusal comes back beside its field."""

    template_name = "gardens/desk/plot_verb.html"
    form_class: type[forms.Form] = forms.Form
    verb: Any = ""
    done: Any = ""

    @abstractmethod
    def act(self, form: Any) -> None:
        """Call the action."""

    def consequences(self) -> list[str]:
        """What follows, in sentences."""
        return []

    def get_garden(self) -> Garden:
        plots = Plot.objects.current().select_related("garden")
        self.plot = get_object_or_404(plots, pk=self.kwargs["plot_id"])
        return self.plot.garden

    def get_page_title(self) -> str:
        return str(self.verb)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.verb)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            garden=self.garden,
            plot=self.plot,
            verb=self.verb,
            consequences=self.consequences(),
            back_url=screen_of(self.garden),
        )

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.act(form)
        except REFUSALS as refusal:
            say_refusal(refusal, form=form)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect(screen_of(self.garden))

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    @cached_property
    def tenancies(self) -> list[Tenancy]:
        return list(going_on([self.plot], on=timezone.localdate()))

    def _who_goes_on(self) -> str:
        count = len(self.tenancies)
        if not count:
            return _("Personne ne la cultive en ce moment.")
        return ngettext(
            "Le foyer qui la cultive garde son lien, et reçoit un message s’il a une adresse.",
            "Les %(count)d foyers qui la cultivent gardent leur lien, et reçoivent un message s’ils ont une adresse.",
            count,
        ) % {"count": count}


class SplitView(PlotVerbView):
    form_class = SplitForm
    verb = gettext_lazy("Diviser la parcelle")
    done = gettext_lazy(
        "La parcelle est divisée. Ajustez les deux moitiés sur le plan s’il le faut."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"plot": self.plot, "tenancies": self.tenancies}

    def get_initial(self) -> dict[str, Any]:
        numbers = Plot.objects.current().filter(garden=self.garden).values_list("number", flat=True)
        more = max(1, self.plot.parts // 2) if self.plot.parts else 0
        return {
            "first_number": self.plot.number,
            "second_number": max(numbers, default=0) + 1,
            "first_parts": max(self.plot.parts - more, 1) if self.plot.parts else 0,
            "second_parts": more,
        }

    def consequences(self) -> list[str]:
        return [
            _("La parcelle d’aujourd’hui quitte le plan, deux nouvelles la remplacent."),
            self._who_goes_on(),
            _("Le lien entre les trois reste lisible sur leurs pages."),
        ]

    def act(self, form: SplitForm) -> None:
        actions.split_plot(plot_id=self.plot.pk, by=self.volunteer, **form.asked)


class MergeView(PlotVerbView):
    form_class = MergeForm
    verb = gettext_lazy("Réunir deux parcelles")
    done = gettext_lazy("Les deux parcelles n’en font plus qu’une.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"plot": self.plot}

    def get_initial(self) -> dict[str, Any]:
        return {"number": self.plot.number}

    def consequences(self) -> list[str]:
        return [
            _("Les deux parcelles d’aujourd’hui quittent le plan, une nouvelle les remplace."),
            _(
                "Deux foyers différents la partagent ; un foyer qui avait les deux la garde entière."
            ),
            self._who_goes_on(),
        ]

    def act(self, form: MergeForm) -> None:
        given = dict(form.cleaned_data)
        other = given.pop("other")
        actions.merge_plots(plot_ids=[self.plot.pk, other.pk], by=self.volunteer, **given)


class RetireView(PlotVerbView):
    form_class = RetireForm
    verb = gettext_lazy("Retirer la parcelle")
    done = gettext_lazy("La parcelle a quitté le plan. Son histoire reste.")

    def consequences(self) -> list[str]:
        return [
            _("Elle quitte le plan et les listes ; son numéro redevient libre."),
            _("Sa page reste lisible, avec le jour où elle s’arrête."),
        ]

    def act(self, form: RetireForm) -> None:
        actions.retire_plot(plot_id=self.plot.pk, by=self.volunteer, **form.cleaned_data)
