"""Fees and deposits: the treasurer's list, its file, and the verbs done to one."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from commons.cms.spoken import say_price
from commons.cms.verbs import VerbView
from commons.sheets.writing import euros
from gardens import actions
from gardens.desk import refused
from gardens.desk.screens import SEE_FEES, TAKE_FEES, GardenScreen
from gardens.desk.season_forms import DepositForm, WaiveForm
from gardens.files import table_file
from gardens.models import Enrolment, Season
from gardens.queries.seasons_desk import enrolments_for_desk, sums_of

SHOWN = 300


def fees_url(season: Season) -> str:
    return f"{reverse('gardens_desk:fees')}?garden={season.garden_id}&season={season.pk}"


class FeesView(GardenScreen):
    """Who gave what for a season, in sums and household by household; ``?fee=`` keeps one kind."""

    permission = SEE_FEES
    template_name = "gardens/desk/fees.html"
    title = gettext_lazy("Cotisations")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seasons = list(self.garden.seasons.all()) if self.garden else []
        asked = self.request.GET.get("season")
        season = next((one for one in seasons if str(one.pk) == asked), None)
        season = season or next(iter(seasons), None)
        rows = enrolments_for_desk().filter(season=season)
        chosen = next((fee for fee in Enrolment.Fee if fee == self.request.GET.get("fee")), None)
        return super().get_context_data(
            seasons=seasons,
            season=season,
            sums=sums_of(rows),
            rows=(rows.filter(fee_state=chosen) if chosen else rows)[:SHOWN],
            fees=list(Enrolment.Fee),
            chosen=chosen,
            takes=self.request.user.has_perm(TAKE_FEES),
            **kwargs,
        )


class FeeVerb(VerbView):
    """What is done to one household's fee."""

    permission = TAKE_FEES
    refusals = refused.REFUSALS

    def load(self) -> None:
        self.enrolment: Enrolment = get_object_or_404(
            enrolments_for_desk(), pk=self.kwargs["enrolment_id"]
        )

    def subject(self) -> str:
        return str(self.enrolment)

    def back_url(self) -> str:
        return fees_url(self.enrolment.season)

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        refused.say(refusal, form=form)


class PaidByHandView(FeeVerb):
    verb = gettext_lazy("Noter un versement en main propre")
    done = gettext_lazy("C’est noté, et le reçu est parti.")

    def consequences(self) -> list[str]:
        return [
            _("Le foyer a remis %(amount)s, en espèces ou par chèque.")
            % {"amount": say_price(self.enrolment.due_cents)},
            _("Un reçu lui part, et un paiement par carte en cours est abandonné."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.note_paid_by_hand(enrolment_id=self.enrolment.pk, by=self.volunteer)


class WaiveView(FeeVerb):
    form_class = WaiveForm
    verb = gettext_lazy("Dispenser de cotisation")
    done = gettext_lazy("C’est noté : rien n’est demandé à ce foyer cette saison.")

    def consequences(self) -> list[str]:
        return [
            _("Ni cotisation ni caution cette saison : le foyer l’apprend, sans la raison."),
            _("Personne n’a de justificatif à donner."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.waive_fee(
            enrolment_id=self.enrolment.pk, reason=form.cleaned_data["reason"], by=self.volunteer
        )


class DepositBackView(FeeVerb):
    form_class = DepositForm
    verb = gettext_lazy("Rendre la caution")
    done = gettext_lazy("La caution est rendue, à la date d’aujourd’hui.")

    def consequences(self) -> list[str]:
        return [
            _("%(amount)s sont rendus au foyer, qui l’apprend par un message.")
            % {"amount": say_price(self.enrolment.deposit_cents)}
        ]

    def act(self, form: forms.Form) -> None:
        actions.give_deposit_back(
            enrolment_id=self.enrolment.pk,
            by=self.volunteer,
            by_card=form.cleaned_data["how"] == "card",
        )


@never_cache
def as_csv(request: HttpRequest, season_id: int) -> StreamingHttpResponse:
    """The fees of a season as a file for a spreadsheet."""
    if not request.user.has_perm(SEE_FEES):
        raise PermissionDenied
    season = get_object_or_404(Season.objects.select_related("garden"), pk=season_id)
    rows = enrolments_for_desk().filter(season=season)
    name = f"cotisations-{season.garden.slug}-{season.starts_on.year}"
    return table_file(name, [_titles(), *_lines(rows)])


def _titles() -> list[str]:
    return [
        _("Parcelle"),
        _("Foyer"),
        _("Réponse"),
        _("Cotisation"),
        _("Caution"),
        _("Versement"),
        _("Versée le"),
        _("En main propre"),
        _("Caution rendue le"),
    ]


def _lines(rows: QuerySet[Enrolment]) -> list[list[Any]]:
    return [
        [
            row.tenancy.plot.number,
            row.tenancy.household.name,
            row.get_state_display(),
            euros(row.fee_cents),
            euros(row.deposit_cents),
            row.get_fee_state_display(),
            f"{row.paid_at:%Y-%m-%d}" if row.paid_at else "",
            _("oui") if row.paid_by_hand else "",
            f"{row.deposit_back_at:%Y-%m-%d}" if row.deposit_back_at else "",
        ]
        for row in rows
    ]
