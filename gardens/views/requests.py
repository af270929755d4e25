"""Asking for a plot; a request, for whoever holds its link."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from commons.people.asking import known
from commons.people.models import Person
from gardens import actions, counting, queries
from gardens.forms import PlotRequestForm, WishesForm
from gardens.models import Garden, PlotRequest
from gardens.refusals import NotWaitingError
from gardens.rules.still import may_come_back
from gardens.views.crumbs import gardens_crumb
from gardens.words import say_criteria, say_ordinal, say_rank


@require_http_methods(["GET", "HEAD", "POST"])
def request(request: HttpRequest, slug: str) -> HttpResponse:
    """The form that enters a garden's waiting list."""
    garden = get_object_or_404(Garden.objects.select_related("place"), slug=slug)
    glance = queries.glance_at(garden, at=timezone.now())
    form = PlotRequestForm(request.POST or None, initial=known(request), criteria=glance.criteria)
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
        "head_starts": say_criteria(glance.criteria),
        "glance": glance,
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
    return render(request, "gardens/already_waiting.html", {"garden": garden})


def _person(request: HttpRequest) -> Person | None:
    return request.user if isinstance(request.user, Person) else None


@never_cache
@require_safe
def standing(request: HttpRequest, token: str) -> HttpResponse:
    """A request, for whoever holds its link: the acknowledgement, then the place to come back to."""
    asked = request_or_404(token)
    place = queries.place_of(asked)
    now = timezone.now()
    criteria = counting.criteria_of(asked.garden)
    context = _context(asked) | {
        "garden_page": queries.page_of(asked.garden),
        "place": place,
        "ordinal": say_ordinal(place.rank) if place else "",
        "rank": say_rank(place) if place else "",
        "head_starts": say_criteria(_met(asked, criteria)),
        "offer": asked.offers.alive(at=now).select_related("plot").first(),
        "match": asked.matches.alive(at=now).select_related("corner").first(),
        "tenancy": queries.tenancy_of(asked),
        "may_come_back": asked.state == PlotRequest.State.LAPSED
        and may_come_back(asked.closed_at, at=now),
    }
    return render(request, "gardens/standing.html", context)


def _met(asked: PlotRequest, criteria: Mapping[str, int]) -> dict[str, int]:
    """The head starts that a request has."""
    return {kind: criteria[kind] for kind in counting.met_by(asked) if kind in criteria}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, token: str) -> HttpResponse:
    """Change what one wishes, without losing one's date."""
    asked = _waiting_or_404(token)
    criteria = counting.criteria_of(asked.garden)
    form = WishesForm(request.POST or None, initial=_wishes(asked), criteria=criteria)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_wishes(token=token, **form.cleaned_data)
        except NotWaitingError:
            return redirect(asked)
        messages.success(request, _("C’est noté, et votre date de demande reste la même."))
        return redirect(asked)
    status = 422 if form.errors else 200
    return render(request, "gardens/wishes.html", _context(asked) | {"form": form}, status=status)


def _wishes(asked: PlotRequest) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in WishesForm.base_fields}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def still(request: HttpRequest, token: str) -> HttpResponse:
    """« J’attends toujours »: the link of the yearly mail opens one button, since mail software follows links."""
    asked = request_or_404(token)
    if request.method == "POST":
        try:
            actions.say_still(token=token)
        except NotWaitingError:
            return redirect(asked)
        messages.success(request, _("Merci ! Vous gardez votre date et votre rang."))
        return redirect(asked)
    waits = asked.state == PlotRequest.State.WAITING
    if not waits and not (
        asked.state == PlotRequest.State.LAPSED
        and may_come_back(asked.closed_at, at=timezone.now())
    ):
        return redirect(asked)
    return render(request, "gardens/still.html", _context(asked))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Asks once, with the consequence in words; a withdrawn rank cannot be given back."""
    asked = request_or_404(token)
    if request.method == "POST":
        actions.withdraw_request(token=token)
        return redirect(asked)
    if asked.state != PlotRequest.State.WAITING:
        return redirect(asked)
    return render(request, "gardens/withdraw.html", _context(asked))


def _context(asked: PlotRequest) -> dict[str, Any]:
    return {"asked": asked, "garden": asked.garden}


def _waiting_or_404(token: str) -> PlotRequest:
    asked = request_or_404(token)
    if asked.state != PlotRequest.State.WAITING:
        raise Http404
    return asked


def request_or_404(token: str) -> PlotRequest:
    """The request of a mail's link."""
    asked = queries.request_by_token(token)
    if asked is None:
        raise Http404
    return asked
