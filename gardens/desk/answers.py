"""What the committee does about one household: its answer taken down, its trial, its end."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.verbs import VerbView
from gardens import actions, enrolling
from gardens.desk import refused
from gardens.desk.board import household_url
from gardens.desk.screens import DECIDE
from gardens.desk.season_forms import EndForm, TakenDownForm, WhyForm
from gardens.forms import EnrolForm
from gardens.models import Enrolment, Tenancy
from gardens.queries.seasons_desk import enrolments_for_desk


class StayForForm(TakenDownForm, EnrolForm):
    """The household's own form, and how one knows."""


class HouseholdVerb(VerbView):
    permission = DECIDE
    refusals = refused.REFUSALS
    tenancy: Tenancy

    def load(self) -> None:
        rows = Tenancy.objects.select_related("plot__garden", "household")
        self.tenancy = get_object_or_404(rows, pk=self.kwargs["tenancy_id"])

    def subject(self) -> str:
        return str(self.tenancy)

    def back_url(self) -> str:
        return household_url(self.tenancy)

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


class SeasonVerb(HouseholdVerb):
    """About a household in one season."""

    def load(self) -> None:
        self.enrolment: Enrolment = get_object_or_404(
            enrolments_for_desk(), pk=self.kwargs["enrolment_id"]
        )
        self.tenancy = self.enrolment.tenancy


class StayForView(SeasonVerb):
    form_class = StayForForm
    verb = gettext_lazy("Noter qu’un foyer continue")
    done = gettext_lazy("C’est noté, et le foyer le reçoit par écrit.")

    def get_form_kwargs(self) -> dict[str, Any]:
        season = self.enrolment.season
        return super().get_form_kwargs() | {
            "season": season,
            "must_sign": not enrolling.has_signed(self.tenancy, season),
            "with_deposit": enrolling.owes_deposit(self.tenancy, season),
        }

    def consequences(self) -> list[str]:
        return [
            _("Pour qui répond au téléphone ou sur papier : ses mots, pas les vôtres."),
            _("Une charte changée se signe : notez le nom écrit sur la feuille, et gardez-la."),
        ]

    def act(self, form: EnrolForm) -> None:  # type: ignore[override]
        actions.stay(
            enrolment_id=self.enrolment.pk,
            by=self.volunteer,
            reason=form.cleaned_data["reason"],
            **form.word,
        )


class LeaveForView(SeasonVerb):
    form_class = TakenDownForm
    verb = gettext_lazy("Noter qu’un foyer s’arrête")
    done = gettext_lazy("C’est noté : la parcelle ira à la liste après son dernier jour.")
    is_grave = True

    def consequences(self) -> list[str]:
        return [
            _("Le foyer garde la parcelle jusqu’à la fin de la saison en cours, et l’apprend."),
            _("Qui partage la parcelle garde sa part."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.leave(
            enrolment_id=self.enrolment.pk,
            by=self.volunteer,
            reason=form.cleaned_data["reason"],
        )


class ConfirmView(HouseholdVerb):
    form_class = WhyForm
    verb = gettext_lazy("Confirmer après l’essai")
    done = gettext_lazy("Le foyer est confirmé, et l’apprend.")

    def consequences(self) -> list[str]:
        return [_("La parcelle est la sienne de saison en saison.")]

    def act(self, form: forms.Form) -> None:
        actions.confirm_tenancy(
            tenancy_id=self.tenancy.pk, reason=form.cleaned_data["reason"], by=self.volunteer
        )


class EndView(HouseholdVerb):
    form_class = EndForm
    verb = gettext_lazy("Mettre fin à l’attribution")
    done = gettext_lazy("C’est décidé, et écrit au foyer avec sa raison.")
    is_grave = True

    def consequences(self) -> list[str]:
        return [
            _("Seulement à la fin d’un essai, ou quand personne n’a répondu malgré les appels."),
            _("Avez-vous appelé ? %(phone)s") % {"phone": self.tenancy.phone or self.tenancy.email},
            _("La parcelle revient à la liste d’attente après le dernier jour."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.end_tenancy(tenancy_id=self.tenancy.pk, by=self.volunteer, **form.cleaned_data)
