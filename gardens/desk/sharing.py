"""Sharing plots, one garden at a time: corners proposed, matches that wait, agreements, who could share."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from gardens.desk.allotting import ALLOT
from gardens.models import Corner, Garden, Match, PlotRequest, SharingAgreement
from gardens.rules.sharing import asks_to_go_on
from gardens.words_sharing import full_name, say_reasons

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

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

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
    could = list(_could_share(garden)[:SHOWN])
    return {
        "corners": [
            corner
            for corner in corners.select_related("tenancy__plot", "tenancy__household")
            if corner.pk not in answered_for
        ],
        "standing": [(match, say_reasons(match)) for match in standing],
        "declined": matches.filter(state=Match.State.DECLINED).exclude(decline_words="")[:SHOWN],
        "agreements": _agreements(garden, now=now),
        "could": could,
        "could_more": could[0].total - len(could) if could else 0,
    }


def _could_share(garden: Garden) -> QuerySet[Any]:
    """Those in line who agree to share, each with how many they are in all."""
    waiting = PlotRequest.objects.waiting().filter(garden=garden).exclude(wish="alone")
    return waiting.with_rank().annotate(total=Window(Count("*")))


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
