"""The solidarity fund, for everybody: what is in it, how to give, how to take."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from commons.payments.asking import typed_euros
from commons.payments.cards import CardPages, ask_card
from commons.people.asking import known
from market import actions, queries, rules
from market.forms import GiftForm
from market.models import Gift, Solidarity
from market.money import fund, paying
from market.views.crumbs import crumbs

CARD_PAGES = CardPages(
    form="market/gift_card.html", waiting="market/gift_waiting.html", away="market/gift_away.html"
)


@require_http_methods(["GET", "HEAD", "POST"])
def solidarity(request: HttpRequest) -> HttpResponse:
    """The public page of the fund. A gift sent twice is given once."""
    house = Solidarity.load()
    if not house.is_open:
        raise Http404
    form = GiftForm(request.POST or None, initial=_initial(request, house))
    if request.method == "POST" and form.is_valid():
        given = actions.offer_gift(
            form_key=form.cleaned_data["form_key"],
            amount_cents=int(100 * form.cleaned_data["amount"]),
            email=form.cleaned_data["email"],
            language=get_language() or "fr",
            now=timezone.now(),
        )
        return HttpResponseRedirect(given.get_absolute_url(), status=303)
    balance = fund.balance()
    context = {
        "solidarity": house,
        "form": form,
        "balance_cents": balance - balance % rules.EURO,
        "baskets_left": balance // house.basket_cents,
        "months": queries.fund_months(now=timezone.now()),
        "crumbs": crumbs(_("Solidarité")),
    }
    return render(request, "market/solidarity.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def gift(request: HttpRequest, token: str) -> HttpResponseBase:
    """The card form of a gift, then the thanks; the bank's return only looks here."""
    shown = _gift_or_404(token)
    context: dict[str, Any] = {"gift": shown, "crumbs": crumbs(_("Votre don"))}
    attempt = paying.open_payment_of_gift(shown.pk)
    if shown.given_at or attempt is None:
        return render(request, "market/gift.html", context)
    return ask_card(request, CARD_PAGES, payment_id=attempt.pk, back=request.path, context=context)


@never_cache
@require_safe
def news(_request: HttpRequest, token: str) -> HttpResponse:
    """Asked by the waiting page every few seconds: nothing yet, or reload. Reads our row only."""
    if paying.open_payment_of_gift(_gift_or_404(token).pk):
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


def _gift_or_404(token: str) -> Gift:
    return get_object_or_404(Gift, token=token)


def _initial(request: HttpRequest, house: Solidarity) -> dict[str, Any]:
    return {"amount": typed_euros(house.basket_cents), "email": known(request).get("email", "")}
