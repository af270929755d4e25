"""A match, for whoever holds one of its two links: read, agree, decline."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gardens import actions, queries
from gardens.forms import DeclineForm
from gardens.models import Match, Side
from gardens.refusals import HoldsEnoughError, MatchGoneError
from gardens.views.crumbs import gardens_crumb
from gardens.words_sharing import first_name, host_name, say_reasons


@never_cache
@require_safe
def match(request: HttpRequest, token: str) -> HttpResponse:
    """Who, why, what, until when; and two answers."""
    found, side = _match_or_404(token)
    context = {
        **_context(found, side, token),
        "reasons": say_reasons(found),
        "is_alive": found.is_alive(at=timezone.now()),
        "said_yes": found.said_yes(side),
        "partner_said_yes": found.said_yes(side.other),
        "my_page": _page_of(found, side),
    }
    return render(request, "gardens/match.html", context)


@never_cache
@require_POST
def agree(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes; the second yes opens the page of the shared plot."""
    try:
        agreed = actions.say_yes(token=token)
    except Match.DoesNotExist as gone:
        raise Http404 from gone
    except MatchGoneError:
        return redirect("gardens:match", token=token)
    except HoldsEnoughError:
        messages.error(
            request, _("Ce foyer cultive déjà autant de parcelles que le jardin en donne.")
        )
        return redirect("gardens:match", token=token)
    if agreed.state == Match.State.AGREED:
        messages.success(request, _("C’est d’accord, des deux côtés !"))
    return redirect("gardens:match", token=token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, token: str) -> HttpResponse:
    """Say no, with a word or without."""
    found, side = _match_or_404(token)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.say_no(token=token, words=form.cleaned_data["words"])
        return redirect("gardens:match", token=token)
    if not found.is_alive(at=timezone.now()):
        return redirect("gardens:match", token=token)
    context = _context(found, side, token) | {"form": form}
    return render(
        request, "gardens/match_decline.html", context, status=422 if form.errors else 200
    )


def _match_or_404(token: str) -> tuple[Match, Side]:
    found = queries.match_by_token(token)
    if found is None:
        raise Http404
    return found


def _context(found: Match, side: Side, token: str) -> dict[str, object]:
    host = found.corner.tenancy
    guest = first_name(found.request.name)
    return {
        "match": found,
        "corner": found.corner,
        "garden": host.plot.garden,
        "plot": host.plot,
        "is_host": side == Side.HOST,
        "partner": guest if side == Side.HOST else host_name(host),
        "token": token,
        "crumbs": [gardens_crumb(), {"title": _("Partager une parcelle"), "url": ""}],
    }


def _page_of(found: Match, side: Side) -> str:
    """Where one of the two goes on: the plot they share, or what they had before."""
    agreement = getattr(found, "agreement", None)
    if side == Side.HOST:
        return found.corner.tenancy.get_absolute_url()
    return agreement.guest.get_absolute_url() if agreement else found.request.get_absolute_url()
