"""« Mon panier habituel »: the page of somebody's list, and what changes it."""

from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commons.people.models import Person
from market import actions, queries
from market.basket import visitor_of
from market.forms import ArrangeForm, PauseForm, RecurringLineForm
from market.models import PreparedBasket, RecurringList
from market.refusals import OrderRefusedError
from market.shelf import WishedItem
from market.views.crumbs import crumbs
from market.views.days import shown_day
from market.views.lines import posted_day
from market.views.orders import order_or_404
from market.views.refused import say_refusal


@login_required
@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The list, the markets it is prepared for, its rhythm and its pause; or an invitation to begin one."""
    return _render(request)


@login_required
@require_POST
def keep_basket(request: HttpRequest) -> HttpResponse:
    """Have the basket that is shown, at each market."""
    basket = queries.open_basket(visitor=visitor_of(request), day=posted_day(request))
    if basket is None:
        return redirect("market:basket")
    return _keep(request, actions.keep_basket, basket_id=basket.pk)


@login_required
@require_POST
def keep_order(request: HttpRequest, token: str) -> HttpResponse:
    """Have the same again, at each market. Whoever holds its link may: the list is their own."""
    return _keep(request, actions.keep_order, order_id=order_or_404(token).pk)


@login_required
@require_POST
def change_line(request: HttpRequest) -> HttpResponse:
    """How much of a product; comes back to its line."""
    form = RecurringLineForm(request.POST)
    if not form.is_valid():
        raise Http404
    line_id = form.cleaned_data["line"]
    try:
        actions.set_recurring_line(
            list_id=_mine(request).pk, line_id=line_id, quantity=form.cleaned_data["quantity"]
        )
    except OrderRefusedError as refusal:
        for sentence in say_refusal(refusal):
            messages.error(request, sentence)
    return _back(f"ligne-{line_id}" if form.cleaned_data["quantity"] else "liste")


@login_required
@require_POST
def arrange(request: HttpRequest) -> HttpResponse:
    mine = _mine(request)
    form = ArrangeForm(request.POST, instance=mine)
    if not form.is_valid():
        return _render(request, arrange_form=form)
    actions.arrange_recurring(
        list_id=mine.pk, name=form.cleaned_data["name"], rhythm=form.cleaned_data["rhythm"]
    )
    messages.success(request, _("C’est noté."))
    return _back()


@login_required
@require_POST
def pause(request: HttpRequest) -> HttpResponse:
    form = PauseForm(request.POST)
    if not form.is_valid():
        return _render(request, pause_form=form)
    actions.pause_recurring(
        list_id=_mine(request).pk, resumes_on=form.cleaned_data["resumes_on"], now=timezone.now()
    )
    return _back()


@login_required
@require_POST
def resume(request: HttpRequest) -> HttpResponse:
    actions.resume_recurring(list_id=_mine(request).pk)
    messages.success(request, _("Votre panier habituel reprend."))
    return _back()


@login_required
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    actions.end_recurring(list_id=_mine(request).pk)
    messages.success(request, _("Votre panier habituel est supprimé."))
    return _back()


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: HttpRequest, day: date) -> HttpResponse:
    """A mail's way to the basket of a day. Posting prepares it now, at its person's wish."""
    basket = reverse("market:basket_of_day", args=[day])
    if request.method != "POST":
        return redirect(basket)
    try:
        made = actions.prepare_recurring(
            list_id=_mine(request).pk,
            market_day_id=shown_day(day).pk,
            now=timezone.now(),
            asked=True,
        )
    except OrderRefusedError as refusal:
        for sentence in say_refusal(refusal):
            messages.error(request, sentence)
        return _back()
    if made and made.outcome == PreparedBasket.Outcome.READY:
        return HttpResponseRedirect(basket, status=303)
    return _back()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def quiet(request: HttpRequest, token: str) -> HttpResponse:
    """Pause or end a list from its mail, without signing in. Looking changes nothing."""
    shown = queries.recurring_by_token(token)
    if shown is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("quoi") == "supprimer":
            actions.end_recurring(list_id=shown.pk)
            return render(request, "market/recurring_quiet.html", {"crumbs": _crumbs()})
        actions.pause_recurring(list_id=shown.pk, resumes_on=None, now=timezone.now())
        return HttpResponseRedirect(request.path, status=303)
    context = {
        "recurring": shown,
        "rests": shown.rests_on(timezone.localdate()),
        "crumbs": _crumbs(),
    }
    return render(request, "market/recurring_quiet.html", context)


def _keep(request: HttpRequest, verb: Any, **what: int) -> HttpResponse:
    try:
        verb(
            person_id=_person(request).pk,
            language=get_language() or "fr",
            now=timezone.now(),
            **what,
        )
    except OrderRefusedError as refusal:
        for sentence in say_refusal(refusal):
            messages.error(request, sentence)
    else:
        messages.success(request, _("C’est dans votre panier habituel."))
    return _back()


def _render(request: HttpRequest, **forms: Any) -> HttpResponse:
    """A form among ``forms`` is one to correct."""
    mine = queries.recurring_of(_person(request))
    context: dict[str, Any] = {"recurring": mine, "crumbs": _crumbs()}
    if mine:
        now = timezone.now()
        context |= {
            "lines": [WishedItem(line) for line in mine.lines.all()],
            "rests": mine.rests_on(timezone.localdate(now)),
            "coming": queries.coming_for(mine, at=now),
            "arrange_form": ArrangeForm(instance=mine),
            "pause_form": PauseForm(),
        }
    else:
        context["next_day"] = queries.next_day_to_order(at=timezone.now())
    status = 422 if forms else 200
    return render(request, "market/recurring.html", context | forms, status=status)


def _person(request: HttpRequest) -> Person:
    return cast("Person", request.user)


def _mine(request: HttpRequest) -> RecurringList:
    return get_object_or_404(RecurringList, person=_person(request))


def _back(part: str = "") -> HttpResponse:
    address = reverse("market:recurring")
    return HttpResponseRedirect(f"{address}#{part}" if part else address, status=303)


def _crumbs() -> list[dict[str, str]]:
    return crumbs(_("Mon panier habituel"))
