"""An order, for whoever holds its link: its payment, then what to keep for the day."""

import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commons.payments.cards import CardPages, ask_card
from commons.payments.provider import ProviderUnreachableError
from market import actions, queries, transitions, withdrawing
from market.forms import WordForm
from market.models import Collective, Order
from market.money import settling
from market.refusals import TooLateError
from market.views.crumbs import crumbs
from market.views.recurring_offer import of_order

logger = logging.getLogger(__name__)

CARD_PAGES = CardPages(
    form="market/pay.html", waiting="market/waiting.html", away="market/provider_away.html"
)
REST_PAGES = CardPages(
    form="market/pay_the_rest.html",
    waiting="market/waiting_for_the_rest.html",
    away="market/provider_away.html",
)


@never_cache
@require_safe
def order(request: HttpRequest, token: str) -> HttpResponseBase:
    """The payment while it is awaited, then the confirmation; the bank's return only looks here."""
    shown = order_or_404(token)
    if shown.state == Order.State.AWAITING_PAYMENT:
        return _payment_page(request, shown)
    context = _context(shown) | {
        "collective": Collective.load(),
        "account": settling.account_of(shown),
        "may_change": transitions.may_still_change(shown, at=timezone.now()),
        "word_form": WordForm(),
        "words_sent": list(shown.words.all()),
        "withdrawals": list(shown.withdrawals.all()),
        "last_day": withdrawing.last_day(shown),
        "may_withdraw": bool(withdrawing.lines_to_withdraw(shown, at=timezone.now())),
        **of_order(request, shown),
    }
    return render(request, "market/order.html", context)


@never_cache
@require_safe
def news(_request: HttpRequest, token: str) -> HttpResponse:
    """Asked by the waiting pages every few seconds: nothing yet, or reload. Reads our rows only."""
    shown = order_or_404(token)
    if shown.state == Order.State.AWAITING_PAYMENT or queries.open_payment_of(shown):
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
def pay_at_hall(_request: HttpRequest, token: str) -> HttpResponse:
    """Give the card up and pay on the day."""
    shown = order_or_404(token)
    try:
        actions.pay_at_hall(order_id=shown.pk, now=timezone.now())
    except ProviderUnreachableError:
        logger.warning("order %s: its wish to pay at the hall waits for the sweeper", shown.pk)
    return _see(shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pay_the_rest(request: HttpRequest, token: str) -> HttpResponseBase:
    """A card for what a changed order still owes. Posting asks for it; the bank comes back here."""
    shown = order_or_404(token)
    if request.method == "POST":
        try:
            actions.pay_the_rest(order_id=shown.pk)
        except ProviderUnreachableError:
            return render(request, REST_PAGES.away, _context(shown), status=503)
    attempt = queries.open_payment_of(shown)
    if attempt is None or shown.state != Order.State.PLACED:
        return _see(shown)
    return ask_card(
        request,
        REST_PAGES,
        payment_id=attempt.pk,
        back=request.path,
        context=_context(shown) | {"rest_cents": attempt.amount_cents},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, with the consequence in words, then take the order back."""
    shown = order_or_404(token)
    if not transitions.may_still_change(shown, at=timezone.now()):
        return _see(shown)
    if request.method == "POST":
        try:
            actions.cancel_order(order_id=shown.pk, now=timezone.now())
        except TooLateError:
            logger.info("order %s: its window closed while its shopper thought it over", shown.pk)
        return _see(shown)
    return render(request, "market/cancel.html", _context(shown))


@never_cache
@require_POST
def write(request: HttpRequest, token: str) -> HttpResponse:
    """A word to the hall about an order, which the hall reads at the desk and by mail."""
    shown = order_or_404(token)
    form = WordForm(request.POST)
    if form.is_valid():
        actions.write_to_hall(
            order_id=shown.pk, words=form.cleaned_data["words"], now=timezone.now()
        )
        return HttpResponseRedirect(f"{shown.get_absolute_url()}#ecrire", status=303)
    return render(request, "market/write.html", _context(shown) | {"word_form": form}, status=422)


def crumbs_of(order: Order) -> list[dict[str, str]]:
    return crumbs(_("Commande %(number)s") % {"number": order.number})


def order_or_404(token: str) -> Order:
    shown = queries.order_by_token(token)
    if shown is None:
        raise Http404
    return shown


def _context(order: Order) -> dict[str, Any]:
    return {"order": order, "market_day": order.market_day, "crumbs": crumbs_of(order)}


def _see(order: Order) -> HttpResponse:
    return HttpResponseRedirect(order.get_absolute_url(), status=303)


def _payment_page(request: HttpRequest, order: Order) -> HttpResponseBase:
    """The card form; or, once the bank has taken over, the page that waits for its word."""
    attempt = queries.open_payment_of(order)
    is_for_the_hall = order.payment_method == Order.PaymentMethod.AT_HALL
    return ask_card(
        request,
        CARD_PAGES,
        payment_id=attempt.pk if attempt and not is_for_the_hall else None,
        back=order.get_absolute_url(),
        context=_context(order) | {"is_set_aside": bool(attempt and attempt.captured_later)},
    )
