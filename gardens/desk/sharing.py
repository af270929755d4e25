"""Sharing plots: corners proposed, whom the rule brings to them, agreements; and the committee's verbs."""

from datetime import datetime
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
from gardens import actions, matchmaking
from gardens.desk import refused
from gardens.desk.allotting import ALLOT
from gardens.desk.forms_sharing import MatchForm, RevokeMatchForm, TalkForm, WholePlotForm
from gardens.matchmaking import Found
from gardens.models import Corner, Garden, Match, PlotRequest, SharingAgreement
from gardens.refusals import OfferStandsError, PlotFullError, ReasonMissingError
from gardens.rules.sharing import asks_to_go_on
from gardens.words_sharing import full_name, say_obstacle, say_reasons

SHOWN = 40


def sharing_url(garden: Garden) -> str:
    """The screen where a garden's sharing is seen."""
    return f"{reverse('gardens_desk:sharing')}?garden={garden.pk}"


class SharingView(WagtailAdminTemplateMixin, TemplateView):
    """One garden at a time: its corners, the matches that wait, its agreements, who could share."""

    template_name = "gardens/desk/sharing.html"
    header_icon = "group"
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(ALLOT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Partager des parcelles")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gardens = list(Garden.objects.all())
        garden = next(
            (one for one in gardens if str(one.pk) == self.request.GET.get("garden")),
            gardens[0] if gardens else None,
        )
        shown = _shown(garden, now=timezone.now()) if garden else {}
        return super().get_context_data(gardens=gardens, garden=garden, **shown, **kwargs)


def _shown(garden: Garden, *, now: datetime) -> dict[str, Any]:
    matches = Match.objects.filter(request__garden=garden).select_related(
        "request", "corner__tenancy__plot", "corner__tenancy__household"
    )
    standing = list(matches.alive(at=now).order_by("expires_at"))
    answered_for = {match.corner_id for match in standing}
    corners = Corner.objects.filter(state=Corner.State.OPEN, tenancy__plot__garden=garden)
    could = PlotRequest.objects.waiting().filter(garden=garden).exclude(wish="alone").with_rank()
    return {
        "corners": [
            corner
            for corner in corners.select_related("tenancy__plot", "tenancy__household")
            if corner.pk not in answered_for
        ],
        "standing": [(match, say_reasons(match)) for match in standing],
        "declined": matches.filter(state=Match.State.DECLINED).exclude(decline_words="")[:SHOWN],
        "agreements": _agreements(garden, now=now),
        "could": could[:SHOWN],
        "could_more": max(could.count() - SHOWN, 0),
    }


def _agreements(garden: Garden, *, now: datetime) -> list[tuple[SharingAgreement, str]]:
    """Those that run and those that ask for a decision, with what they ask for."""
    of_garden = SharingAgreement.objects.filter(host__plot__garden=garden)
    wanted = of_garden.living() | of_garden.filter(whole_plot=SharingAgreement.WholePlot.ASKED)
    rows = wanted.select_related("host__plot", "host__household", "guest__household")
    return [(agreement, _to_do(agreement, now=now)) for agreement in rows]


def _to_do(agreement: SharingAgreement, *, now: datetime) -> str:
    if agreement.whole_plot == SharingAgreement.WholePlot.ASKED:
        return _("Qui reste demande toute la parcelle.")
    if agreement.talk_asked_at:
        return _("Appelle l’équipe : %(words)s") % {"words": agreement.talk_words}
    silent = [
        full_name(tenancy)
        for tenancy, said in (
            (agreement.host, agreement.host_stays_at),
            (agreement.guest, agreement.guest_stays_at),
        )
        if said is None
    ]
    on_trial = agreement.state == SharingAgreement.State.TRIAL
    if on_trial and asks_to_go_on(trial_until=agreement.trial_until, day=timezone.localdate(now)):
        return _("L’essai se termine, sans réponse de : %(names)s.") % {"names": ", ".join(silent)}
    return ""


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
