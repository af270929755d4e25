"""The basket, before it is ordered."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from market import actions, queries
from market.basket import visitor_of
from market.models import Basket
from market.refusals import OrderRefusedError
from market.shelf import ShelfItem
from market.views.crumbs import crumbs
from market.views.lines import Troubles, posted_day, status_of, take_line
from market.views.recurring_offer import of_basket


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def basket(request: HttpRequest, day: date | None = None) -> HttpResponse:
    """What is in the basket last touched, or in that of a day. Posting changes a line and comes back here."""
    troubles: Troubles = {}
    if request.method == "POST":
        troubles = take_line(request)
        if not troubles:
            return redirect(request.path)
    shown = queries.open_basket(visitor=visitor_of(request), day=day)
    return render(
        request,
        "market/basket.html",
        {
            **_basket_context(shown, troubles=troubles),
            **of_basket(request, shown),
            "crumbs": crumbs(_("Mon panier")),
        },
        status=status_of(request, troubles),
    )


@require_POST
def order_now(request: HttpRequest) -> HttpResponse:
    """Hold what is in the basket and go to the till; what is short is said on the basket, line by line."""
    basket = queries.open_basket(visitor=visitor_of(request), day=posted_day(request))
    if basket is None:
        return redirect("market:basket")
    try:
        actions.hold_basket(basket_id=basket.pk, now=timezone.now())
    except OrderRefusedError:
        # It says what is wrong.
        wrong = reverse("market:basket_of_day", args=[basket.market_day.date])
        return HttpResponseRedirect(wrong, status=303)
    return HttpResponseRedirect(reverse("market:checkout"), status=303)


def _basket_context(basket: Basket | None, *, troubles: Troubles) -> dict[str, Any]:
    now = timezone.now()
    lines = list(basket.lines.all()) if basket else []
    if basket is None or not lines:
        return {
            "next_day": queries.next_day_to_order(at=now),
            "others": queries.other_baskets(basket, at=now) if basket else [],
        }
    takes_orders = basket.market_day.takes_orders(at=now)
    return {
        "basket": basket,
        "market_day": basket.market_day,
        "lines": [
            (
                line,
                ShelfItem(
                    offer=line.offer, chosen=line.quantity, trouble=troubles.get(line.offer_id, "")
                ),
            )
            for line in lines
        ],
        "total_cents": sum(line.total_cents for line in lines),
        "takes_orders": takes_orders,
        "can_be_ordered": takes_orders and not any(line.is_short for line in lines),
        "next_day": None if takes_orders else queries.next_day_to_order(at=now),
        "others": queries.other_baskets(basket, at=now),
    }
