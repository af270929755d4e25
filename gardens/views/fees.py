"""A household's fee: what it owes, the card form, then the receipt to keep."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from commons.payments.cards import CardPages, ask_card
from commons.payments.provider import ProviderUnreachableError
from gardens import actions, paying, queries
from gardens.models import Enrolment
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import tenancy_or_404

CARD_PAGES = CardPages(
    form="gardens/fee_card.html", waiting="gardens/fee_waiting.html", away="gardens/fee_away.html"
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fee(request: HttpRequest, token: str, enrolment_id: int) -> HttpResponse:
    """What is owed and the two ways to bring it; the receipt once it came in. Posting opens the card form."""
    shown = enrolment_or_404(token, enrolment_id)
    if request.method == "POST":
        try:
            actions.ask_fee(enrolment_id=shown.pk)
        except ProviderUnreachableError:
            messages.warning(
                request, _("Le paiement ne répond pas : rien n’a été débité. Réessayez bientôt.")
            )
            return redirect(shown)
        return redirect("gardens:fee_card", token, enrolment_id)
    return render(request, "gardens/fee.html", _context(shown))


@never_cache
@require_safe
def card(request: HttpRequest, token: str, enrolment_id: int) -> HttpResponseBase:
    """The card form, as long as something is owed and an attempt is open; else the page of the fee."""
    shown = enrolment_or_404(token, enrolment_id)
    attempt = paying.open_attempt(shown)
    if not shown.due_cents or attempt is None:
        return redirect(shown)
    return ask_card(
        request,
        CARD_PAGES,
        payment_id=attempt,
        back=reverse("gardens:fee_card", args=[token, enrolment_id]),
        context=_context(shown),
    )


@never_cache
@require_safe
def news(_request: HttpRequest, token: str, enrolment_id: int) -> HttpResponse:
    """Asked by the waiting page every few seconds: nothing yet, or reload. Reads our row only."""
    if enrolment_or_404(token, enrolment_id).due_cents:
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


def enrolment_or_404(token: str, enrolment_id: int) -> Enrolment:
    """A season of the household whose link it is."""
    shown = queries.enrolment_of(tenancy_or_404(token), enrolment_id)
    if shown is None:
        raise Http404
    return shown


def _context(shown: Enrolment) -> dict[str, Any]:
    return {
        "enrolment": shown,
        "season": shown.season,
        "tenancy": shown.tenancy,
        "garden": shown.tenancy.plot.garden,
        "crumbs": plot_crumbs(shown.tenancy, _("Ma cotisation")),
    }
