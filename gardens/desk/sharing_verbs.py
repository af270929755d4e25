"""The committee's verbs about sharing: match, take back, note a talk, decide of a plot."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.verbs import VerbView
from gardens import actions, matchmaking
from gardens.desk import refused
from gardens.desk.allotting import ALLOT
from gardens.desk.forms_sharing import MatchForm, RevokeMatchForm, TalkForm, WholePlotForm
from gardens.desk.sharing import SHOWN, sharing_url
from gardens.matchmaking import Found
from gardens.models import Corner, Garden, Match, SharingAgreement
from gardens.refusals import OfferStandsError, PlotFullError, ReasonMissingError
from gardens.words_sharing import say_obstacle


class SharingVerb(VerbView):
    """A verb of the committee about a garden's sharing."""

    permission = ALLOT
    refusals = refused.REFUSALS
    garden: Garden

    def back_url(self) -> str:
        return sharing_url(self.garden)

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


class MatchView(SharingVerb):
    """Bring a corner to the household that the rule says, or to another with a reason."""

    form_class = MatchForm
    verb = gettext_lazy("Rapprocher deux foyers")
    done = gettext_lazy("C’est proposé aux deux foyers. Il faut deux oui.")

    def load(self) -> None:
        corners = Corner.objects.select_related("tenancy__plot__garden", "tenancy__household")
        self.corner: Corner = get_object_or_404(
            corners, pk=self.kwargs["corner_id"], state=Corner.State.OPEN
        )
        self.garden = self.corner.tenancy.plot.garden

    @cached_property
    def found(self) -> Found:
        return matchmaking.look(self.corner, now=timezone.now())

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"found": self.found}

    def get_initial(self) -> dict[str, Any]:
        return {"request": self.found.pairing.request_id}

    def consequences(self) -> list[str]:
        asked = self.found.request
        first = (
            _("La règle dit : %(name)s, rang %(rank)d.")
            % {"name": asked.name, "rank": self.found.rank_of(asked)}
            if asked
            else _("La règle ne rapproche ce coin de personne, pour l’instant.")
        )
        names = self.found.requests
        passed = [
            f"{names[pk].name} : {say_obstacle(why)}" for pk, why in self.found.pairing.passed
        ]
        return [
            first,
            *passed[:SHOWN],
            _("Les deux reçoivent un message, avec les raisons, et ont %(days)d jours.")
            % {"days": self.garden.offer_days},
        ]

    def subject(self) -> str:
        return str(self.corner)

    def act(self, form: forms.Form) -> None:
        actions.propose_match(
            corner_id=self.corner.pk,
            request_id=form.cleaned_data["request"],
            reason=form.cleaned_data["reason"],
            by=self.volunteer,
        )


class RevokeMatchView(SharingVerb):
    """Take a match back before both said yes."""

    form_class = RevokeMatchForm
    verb = gettext_lazy("Reprendre ce rapprochement")
    done = gettext_lazy("C’est repris, et les deux foyers prévenus.")
    is_grave = True

    def load(self) -> None:
        matches = Match.objects.select_related("request__garden", "corner__tenancy__plot__garden")
        self.match: Match = get_object_or_404(matches, pk=self.kwargs["match_id"])
        self.garden = self.match.request.garden

    def subject(self) -> str:
        return str(self.match)

    def consequences(self) -> list[str]:
        return [
            _("Le foyer qui attend garde son rang, et le coin reste proposé."),
            _("Les deux apprennent que cela ne se fera pas ; la raison reste au journal."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.revoke_match(
            match_id=self.match.pk, by=self.volunteer, reason=form.cleaned_data["reason"]
        )


class AgreementVerb(SharingVerb):
    """A verb about two households that share, or shared."""

    def load(self) -> None:
        rows = SharingAgreement.objects.select_related(
            "host__plot__garden", "host__household", "guest__household"
        )
        self.agreement: SharingAgreement = get_object_or_404(rows, pk=self.kwargs["agreement_id"])
        self.garden = self.agreement.host.plot.garden

    def subject(self) -> str:
        return str(self.agreement)


class TalkView(AgreementVerb):
    form_class = TalkForm
    verb = gettext_lazy("Noter ce qui a été dit")
    done = gettext_lazy("C’est noté au journal.")

    def consequences(self) -> list[str]:
        asked = self.agreement.talk_words
        return [asked] if asked else [_("Aucun des deux foyers n’a appelé l’équipe.")]

    def act(self, form: forms.Form) -> None:
        actions.note_talk(
            agreement_id=self.agreement.pk, by=self.volunteer, words=form.cleaned_data["words"]
        )


class WholePlotView(AgreementVerb):
    form_class = WholePlotForm
    verb = gettext_lazy("Décider de la parcelle")
    done = gettext_lazy("C’est décidé, et le foyer prévenu.")
    refusals = (OfferStandsError, PlotFullError, ReasonMissingError)

    def consequences(self) -> list[str]:
        return [
            _("Accordée : la parcelle n’a plus qu’une part, à qui reste."),
            _("Gardée en parts : la part libre est à proposer à la liste."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.decide_whole_plot(
            agreement_id=self.agreement.pk,
            granted=form.cleaned_data["answer"] == WholePlotForm.GRANT,
            by=self.volunteer,
            reason=form.cleaned_data["reason"],
        )

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        if isinstance(refusal, ReasonMissingError):
            refused.say(refusal, form=form)
        else:
            form.add_error(
                "answer", _("La part libre est déjà proposée, ou confiée, à un autre foyer.")
            )
