"""The path of care at the desk: the cases that are open, one case, and its steps."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.spoken import say_day
from commons.cms.verbs import VerbView
from gardens import actions
from gardens.desk import refused
from gardens.desk.answers import HouseholdVerb
from gardens.desk.care_forms import ReleaseForm, StepForm, VisitForm
from gardens.desk.screens import TAKE_CARE, GardenScreen, Screen
from gardens.models import CareCase
from gardens.rules import care

State = CareCase.State
SHOWN = 100


def case_url(case: CareCase) -> str:
    return reverse("gardens_desk:case", args=[case.pk])


class CasesView(GardenScreen):
    """Those that are open, the one whose day comes first first; then the last that ended."""

    permission = TAKE_CARE
    template_name = "gardens/desk/cases.html"
    title = gettext_lazy("Prises de nouvelles")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = _cases().filter(tenancy__plot__garden=self.garden).prefetch_related("steps")
        is_open = rows.filter(state__in=CareCase.OPEN).order_by("next_from", "pk")
        return super().get_context_data(
            cases=[(case, _unread(case)) for case in is_open[:SHOWN]],
            ended=rows.exclude(state__in=CareCase.OPEN)[:20],
            today=timezone.localdate(),
            **kwargs,
        )


class CaseView(Screen):
    """All that was written, the answers, and the step that comes next with its day."""

    permission = TAKE_CARE
    template_name = "gardens/desk/case.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.case: CareCase = get_object_or_404(_cases(), pk=kwargs["case_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.case.tenancy)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        cases = f"{reverse('gardens_desk:cases')}?garden={self.case.tenancy.plot.garden_id}"
        return [
            *self.breadcrumbs_items,
            {"url": cases, "label": _("Prises de nouvelles")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        case = self.case
        steps = list(case.steps.select_related("by", "photo"))
        step = care.NEXT.get(case.state, "")
        return super().get_context_data(
            case=case,
            tenancy=case.tenancy,
            steps=steps,
            next_step=step,
            next_label=STEPS[step].verb if step else "",
            unread=bool(steps) and steps[-1].waits_for_a_reader,
            is_its_day=timezone.localdate() >= case.next_from,
            **kwargs,
        )


class VisitView(HouseholdVerb):
    """Write down what was seen at a plot."""

    permission = TAKE_CARE
    form_class = VisitForm
    verb = gettext_lazy("Prendre des nouvelles")
    done = gettext_lazy("C’est écrit au foyer, qui peut répondre par son lien.")

    def consequences(self) -> list[str]:
        return [
            _("Le foyer reçoit vos mots et votre photo, et peut répondre."),
            _("Ensuite : une aide proposée, un avis, le comité ; chaque étape attend son jour."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.note_visit(tenancy_id=self.tenancy.pk, by=self.volunteer, **form.cleaned_data)


class CaseVerb(VerbView):
    """A step of a case."""

    permission = TAKE_CARE
    form_class: type[forms.Form] = StepForm
    refusals = refused.REFUSALS
    done = gettext_lazy("C’est écrit au foyer.")
    does: Callable[..., CareCase]

    def load(self) -> None:
        self.case: CareCase = get_object_or_404(_cases(), pk=self.kwargs["case_id"])

    def consequences(self) -> list[str]:
        given = {"day": say_day(self.case.next_from), "phone": self.case.tenancy.phone or "—"}
        return [
            _("Possible à partir du %(day)s, une fois lue la réponse du foyer.") % given,
            _("Un appel vaut mieux qu’un message : %(phone)s") % given,
        ]

    def subject(self) -> str:
        return str(self.case.tenancy)

    def back_url(self) -> str:
        return case_url(self.case)

    def act(self, form: forms.Form) -> None:
        type(self).does(case_id=self.case.pk, by=self.volunteer, **form.cleaned_data)

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


class HelpView(CaseVerb):
    verb = gettext_lazy("Proposer de l’aide")
    does = staticmethod(actions.offer_help)


class NoticeView(CaseVerb):
    verb = gettext_lazy("Donner un avis")
    does = staticmethod(actions.give_notice)


class CommitteeView(CaseVerb):
    verb = gettext_lazy("Porter devant le comité")
    does = staticmethod(actions.bring_to_committee)


class ReleaseView(CaseVerb):
    form_class = ReleaseForm
    verb = gettext_lazy("Libérer la parcelle")
    done = gettext_lazy("C’est décidé. La parcelle revient à la liste après le dernier jour.")
    is_grave = True
    does = staticmethod(actions.release_plot)


class CloseCaseView(CaseVerb):
    verb = gettext_lazy("Tout va bien")
    does = staticmethod(actions.close_case)

    def consequences(self) -> list[str]:
        return [_("La question est close, et le foyer l’apprend avec vos mots.")]


class ReadView(CaseVerb):
    """The household's answer was read."""

    form_class = forms.Form
    verb = gettext_lazy("J’ai lu la réponse")
    done = gettext_lazy("La réponse est lue. L’étape suivante peut venir à son jour.")
    does = staticmethod(actions.read_answer)

    def consequences(self) -> list[str]:
        return [step.answer for step in self.case.steps.exclude(answer="")]


STEPS: dict[str, type[CaseVerb]] = {
    State.HELP: HelpView,
    State.NOTICE: NoticeView,
    State.COMMITTEE: CommitteeView,
    State.RELEASED: ReleaseView,
}


def _cases() -> Any:
    return CareCase.objects.select_related("tenancy__plot__garden", "tenancy__household")


def _unread(case: CareCase) -> bool:
    return any(step.waits_for_a_reader for step in case.steps.all())
