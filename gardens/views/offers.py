"""A plot held for a household: to accept or to decline, until a date."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gardens import actions, enrolling, queries
from gardens.forms import AcceptForm
from gardens.models import PlotOffer, Tenancy
from gardens.refusals import HoldsEnoughError, OfferGoneError, SignatureMissingError
from gardens.rules.fees import FeeRefusedError
from gardens.views.crumbs import gardens_crumb


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """What is offered and until when; posting accepts it. Accepted already, it leads to the plot."""
    shown = _offer_or_404(token)
    if shown.tenancy:
        return redirect(shown.tenancy)
    season = enrolling.season_for(shown.plot.garden, day=shown.starts_on)
    form = AcceptForm(
        request.POST if request.method == "POST" else None,
        season=season,
        with_deposit=True,
        initial={"signed_by": shown.request.name},
        waits_elsewhere=queries.waits_elsewhere(shown.request),
    )
    if request.method == "POST" and form.is_valid():
        tenancy = _accept(token, form)
        if tenancy:
            return redirect(tenancy)
    context = _context(shown) | {"form": form, "season": season}
    return render(request, "gardens/offer.html", context, status=422 if form.errors else 200)


def _accept(token: str, form: AcceptForm) -> Tenancy | None:
    try:
        return actions.accept_offer(
            token=token,
            leaves_other_lists=form.cleaned_data.get("leaves_other_lists", False),
            **form.word,
        )
    except (FeeRefusedError, SignatureMissingError) as refusal:
        form.refuse(refusal)
    except OfferGoneError:
        form.add_error(None, _("Cette proposition n’est plus valable."))
    except HoldsEnoughError:
        form.add_error(
            None, _("Votre foyer cultive déjà autant de parcelles que ce jardin en confie.")
        )
    return None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, token: str) -> HttpResponse:
    """Leave the plot to the next household, and say whether one still waits."""
    shown = _offer_or_404(token)
    if request.method == "POST":
        actions.decline_offer(token=token, stays=request.POST.get("stays") != "no")
        return redirect(shown)
    if not shown.is_alive(at=timezone.now()):
        return redirect(shown)
    return render(request, "gardens/decline.html", _context(shown))


def _context(shown: PlotOffer) -> dict[str, Any]:
    return {
        "offer": shown,
        "asked": shown.request,
        "plot": shown.plot,
        "garden": shown.plot.garden,
        "garden_page": queries.page_of(shown.plot.garden),
        "is_alive": shown.is_alive(at=timezone.now()),
        "crumbs": [gardens_crumb(), {"title": _("Une proposition pour vous"), "url": ""}],
    }


def _offer_or_404(token: str) -> PlotOffer:
    shown = queries.offer_by_token(token)
    if shown is None:
        raise Http404
    return shown
