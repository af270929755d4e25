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
from market import actions, queries
from market.models import Collective, Order
from market.views.crumbs import crumbs

logger = logging.getLogger(__name__)

CARD_PAGES = CardPages(
    form="market/pay.html", waiting="market/waiting.html", away="market/provider_away.html"
)


@never_cache
@require_safe
def order(request: HttpRequest, token: str) -> HttpResponseBase:
    """The payment while it is awaited, then the confirmation; the bank's return only looks here."""
    shown = _order_or_404(token)
    if shown.state == Order.State.AWAITING_PAYMENT:
        return _payment_page(request, shown)
    context = {
        "order": shown,
        "market_day": shown.market_day,
        "crumbs": _crumbs(shown),
        "collective": Collective.load(),
        "due_cents": queries.amount_due_cents(shown),
        "can_cancel": queries.can_be_cancelled(shown, at=timezone.now()),
    }
    return render(request, "market/order.html", context)


@never_cache
@require_safe
def news(_request: HttpRequest, token: str) -> HttpResponse:
    """Asked by the waiting page every few seconds: nothing yet, or reload. Reads our row only."""
    if _order_or_404(token).state == Order.State.AWAITING_PAYMENT:
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
def pay_at_hall(_request: HttpRequest, token: str) -> HttpResponse:
    """Give the card up and pay on the day."""
    shown = _order_or_404(token)
    try:
        actions.pay_at_hall(order_id=shown.pk, now=timezone.now())
    except ProviderUnreachableError:
        logger.warning("order %s: its wish to pay at the hall waits for the sweeper", shown.pk)
    return HttpResponseRedirect(shown.get_absolute_url(), status=303)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, with the consequence in words, then take the order back."""
    shown = _order_or_404(token)
    if not queries.can_be_cancelled(shown, at=timezone.now()):
        return HttpResponseRedirect(shown.get_absolute_url(), status=303)
    if request.method == "POST":
        actions.cancel_order(order_id=shown.pk)
        return HttpResponseRedirect(shown.get_absolute_url(), status=303)
    context = {"order": shown, "market_day": shown.market_day, "crumbs": _crumbs(shown)}
    return render(request, "market/cancel.html", context)


def _crumbs(order: Order) -> list[dict[str, str]]:
    return crumbs(_("Commande %(number)s") % {"number": order.number})


def _order_or_404(token: str) -> Order:
    shown = queries.order_by_token(token)
    if shown is None:
        raise Http404
    return shown


def _payment_page(request: HttpRequest, order: Order) -> HttpResponseBase:
    """The card form; or, once the bank has taken over, the page that waits for its word."""
    context: dict[str, Any] = {
        "order": order,
        "market_day": order.market_day,
        "crumbs": _crumbs(order),
    }
    attempt = queries.open_payment_of(order)
    is_for_the_hall = order.payment_method == Order.PaymentMethod.AT_HALL
    return ask_card(
        request,
        CARD_PAGES,
        payment_id=attempt.pk if attempt and not is_for_the_hall else None,
        back=order.get_absolute_url(),
        context=context,
    )
