"""Asking for a plot; a request, for whoever holds its link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from commons.people.asking import known
from commons.people.models import Person
from gardens import actions, queries
from gardens.forms import PlotRequestForm
from gardens.models import Garden, PlotRequest
from gardens.views.crumbs import gardens_crumb
from gardens.words import say_ordinal, say_rank


@require_http_methods(["GET", "HEAD", "POST"])
def request(request: HttpRequest, slug: str) -> HttpResponse:
    """The form that enters a garden's waiting list."""
    garden = get_object_or_404(Garden.objects.select_related("place"), slug=slug)
    form = PlotRequestForm(request.POST or None, initial=known(request))
    if request.method == "POST" and form.is_valid():
        return _ask(request, garden, form)
    page = queries.page_of(garden)
    context = {
        "garden": garden,
        "garden_page": page,
        "crumbs": [
            gardens_crumb(),
            {"title": garden.name, "url": page.url if page else ""},
            {"title": _("Demander une parcelle"), "url": ""},
        ],
        "form": form,
        "glance": queries.glance_at(garden, on=timezone.localdate()),
    }
    return render(request, "gardens/request.html", context, status=422 if form.errors else 200)


def _ask(request: HttpRequest, garden: Garden, form: PlotRequestForm) -> HttpResponse:
    """Enter the list; the link to a request that stood already goes to its mailbox, not to whoever typed
    that address: the link can withdraw it."""
    asked = actions.request_plot(
        garden_id=garden.pk,
        person=_person(request),
        language=get_language() or "fr",
        **form.cleaned_data,
    )
    is_theirs = asked.form_key == form.cleaned_data["form_key"] or (
        asked.person is not None and asked.person == _person(request)
    )
    if is_theirs:
        return redirect(asked)
    place = queries.place_of(asked)
    context = {"garden": garden, "rank": say_rank(place) if place else ""}
    return render(request, "gardens/already_waiting.html", context)


def _person(request: HttpRequest) -> Person | None:
    return request.user if isinstance(request.user, Person) else None


@never_cache
@require_safe
def standing(request: HttpRequest, token: str) -> HttpResponse:
    """A request, for whoever holds its link: the acknowledgement, then the place to come back to."""
    asked = _request_or_404(token)
    place = queries.place_of(asked)
    context = {
        "asked": asked,
        "garden": asked.garden,
        "garden_page": queries.page_of(asked.garden),
        "place": place,
        "ordinal": say_ordinal(place.rank) if place else "",
        "rank": say_rank(place) if place else "",
    }
    return render(request, "gardens/standing.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Asks once, with the consequence in words; a withdrawn rank cannot be given back."""
    asked = _request_or_404(token)
    if request.method == "POST":
        actions.withdraw_request(token=token)
        return redirect(asked)
    if asked.state != PlotRequest.State.WAITING:
        return redirect(asked)
    return render(request, "gardens/withdraw.html", {"asked": asked, "garden": asked.garden})


def _request_or_404(token: str) -> PlotRequest:
    asked = queries.request_by_token(token)
    if asked is None:
        raise Http404
    return asked
