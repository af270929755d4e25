"""A corner of one's plot, for whoever holds the tenancy's link."""

from math import ceil

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gardens import actions, queries
from gardens.forms import CornerForm
from gardens.models import Tenancy
from gardens.queries.sharing import standing_match
from gardens.refusals import AlreadySharingError, CornerTooLargeError, TenancyOverError
from gardens.rules.sharing import MOST_SHARED
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404
from gardens.words_sharing import first_name, say_reasons


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def corner(request: HttpRequest, token: str) -> HttpResponse:
    """The form that proposes a corner; once it stands, how far it is."""
    tenancy = open_tenancy_or_404(token)
    standing = queries.corner_of(tenancy)
    if standing is not None:
        return _show(request, tenancy)
    agreement = queries.agreement_of(tenancy)
    if agreement and agreement.is_living:
        return redirect("gardens:sharing", token=token)
    form = CornerForm(request.POST or None, most_m2=_most_m2(tenancy))
    if request.method == "POST" and form.is_valid():
        try:
            actions.open_corner(token=token, **form.cleaned_data)
        except CornerTooLargeError as refused:
            form.add_error(
                "surface_m2",
                _("Votre part mesure %(most)d m² : gardez-en un peu.") % {"most": refused.most_m2},
            )
        except (AlreadySharingError, TenancyOverError):
            return redirect(tenancy)
        else:
            messages.success(request, _("Merci ! Votre coin est proposé à la liste."))
            return redirect("gardens:corner", token=token)
    context = {
        "tenancy": tenancy,
        "form": form,
        "crumbs": plot_crumbs(tenancy, _("Proposer un coin")),
    }
    return render(request, "gardens/corner_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Asks once, with the consequence in words."""
    tenancy = open_tenancy_or_404(token)
    standing = queries.corner_of(tenancy)
    if request.method == "POST":
        if actions.withdraw_corner(token=token):
            messages.success(request, _("Votre coin n’est plus proposé."))
        return redirect(tenancy)
    if standing is None:
        return redirect(tenancy)
    context = {
        "tenancy": tenancy,
        "match": standing_match(standing, at=timezone.now()),
        "crumbs": plot_crumbs(tenancy, _("Retirer mon coin")),
    }
    return render(request, "gardens/corner_withdraw.html", context)


def _show(request: HttpRequest, tenancy: Tenancy) -> HttpResponse:
    standing = queries.corner_of(tenancy)
    if standing is None:
        raise Http404
    match = standing_match(standing, at=timezone.now())
    context = {
        "tenancy": tenancy,
        "corner": standing,
        "match": match,
        "guest": first_name(match.request.name) if match else "",
        "reasons": say_reasons(match) if match else [],
        "crumbs": plot_crumbs(tenancy, _("Mon coin à partager")),
    }
    return render(request, "gardens/corner.html", context)


def _most_m2(tenancy: Tenancy) -> int:
    """The largest whole corner that leaves something of one's own part."""
    own = float(tenancy.plot.surface_m2) / max(tenancy.plot.parts, 1)
    return max(min(ceil(own) - 1, MOST_SHARED), 1)
