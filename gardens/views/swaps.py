"""One turn against another."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gardens import actions, queries
from gardens.models import Duty, Swap
from gardens.views.crumbs import plot_crumbs
from gardens.views.duties import duty_context, duty_or_404
from gardens.views.refused import telling


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """Choose the turn one would rather have, or ask the whole garden."""
    shown = duty_or_404(token)
    now = timezone.now()
    if request.method == "POST":
        wanted = request.POST.get("wanted", "")
        wanted_id = int(wanted) if wanted.isdigit() else None
        done = (
            _("Proposition envoyée. Vous gardez votre tour tant que l’autre foyer n’a pas dit oui.")
            if wanted_id
            else _("Votre tour est proposé à tout le jardin, sur la page des tours.")
        )
        if wanted_id:
            get_object_or_404(Duty, pk=wanted_id)
        with telling(request, done):
            actions.propose_swap(token=token, wanted_id=wanted_id)
        return redirect(shown)
    if not shown.is_held or shown.turn.is_called_off or shown.starts_at <= now:
        return redirect(shown)
    context = duty_context(shown) | {"others": queries.swappable_with(shown, now=now)}
    return render(request, "gardens/swap_offer.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def swap(request: HttpRequest, token: str) -> HttpResponse:
    """Yes or no, for whoever holds the wanted turn."""
    shown = queries.swap_by_token(token)
    if shown is None or shown.wanted is None:
        raise Http404
    if request.method == "POST":
        if "no" in request.POST:
            with telling(request, _("C’est noté : chacun garde son tour.")):
                actions.decline_swap(token=token)
        else:
            with telling(request, _("Échange conclu : voici votre nouveau tour.")):
                return redirect(actions.accept_swap(token=token))
        return redirect("gardens:swap", token)
    context = {
        "swap": shown,
        "is_open": shown.state == Swap.State.PROPOSED and shown.offered.starts_at > timezone.now(),
        "garden": shown.offered.turn.chore.garden,
        "crumbs": plot_crumbs(shown.wanted.tenancy, _("Échange de tours")),
    }
    return render(request, "gardens/swap.html", context)
