"""The market, by day: what is on sale at which stall."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commons.cms.spoken import say_day, say_hours, say_in_days, say_time_left
from commons.places.models import House
from market import queries
from market.models import MarketDay
from market.plans import draw_sheet
from market.plans.floor import floor_of
from market.shop import ShopPage, open_shop
from market.shop import price_list as list_prices
from market.structured import sharing_of_day
from market.views.answers import answer_line, came_from_usuals
from market.views.crumbs import crumbs
from market.views.lines import Troubles, status_of, take_line
from market.wishes import Wishes


@require_safe
def next_day(request: HttpRequest) -> HttpResponse:
    """The door of the market: the day that is on or the next, or an invitation to come back."""
    market_day = queries.next_market_day(at=timezone.now())
    if market_day is None:
        return render(request, "market/no_day.html")
    return redirect(market_day)


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: HttpRequest, day: date) -> HttpResponse:
    """A day's stalls. Posting puts an offer in the basket, or takes it out, and comes back here.

    To htmx it answers with what changes alone: a line's choice and the basket, or the next offers.
    """
    market_day, others = queries.day_and_others(day, at=timezone.now())
    if market_day is None:
        raise Http404
    troubles: Troubles = {}
    if request.method == "POST":
        troubles = take_line(request)
        if "HX-Request" in request.headers:
            return answer_line(request, troubles=troubles, day_page=market_day)
        if not troubles:
            return HttpResponseRedirect(_back(request), status=303)
    shop = open_shop(request, market_day=market_day, troubles=troubles)
    context = {"shop": shop, "market_day": market_day, "takes_orders": _takes_orders(market_day)}
    if request.headers.get("HX-Target") == "suite":
        answer = render(request, "market/more.html", context)
    else:
        answer = render(
            request,
            "market/day.html",
            context | _around(request, shop, others=others),
            status=status_of(request, troubles),
        )
    patch_vary_headers(answer, ["HX-Target"])
    return answer


@require_safe
def price_list(request: HttpRequest, day: date) -> HttpResponse:
    """All that answers the address, stall by stall, to print and take along."""
    market_day = shown_day(day)
    return render(
        request,
        "market/price_list.html",
        {
            "market_day": market_day,
            "crumbs": crumbs(say_day(market_day.date)),
            "stalls": list_prices(Wishes.read(request.GET), market_day=market_day),
        },
    )


def shown_day(day: date) -> MarketDay:
    """The market day of a date; Http404 when the public may not see it."""
    market_day = queries.market_day_of(day)
    if market_day is None:
        raise Http404
    return market_day


def _back(request: HttpRequest) -> str:
    place = "habituels" if came_from_usuals(request) else f"offre-{request.POST['offer']}"
    return f"{request.get_full_path()}#{place}"


def _takes_orders(market_day: MarketDay) -> bool:
    return market_day.takes_orders(at=timezone.now())


def _around(request: HttpRequest, shop: ShopPage, *, others: list[MarketDay]) -> dict[str, Any]:
    """What stands around the shop: the slate, the plan, the other days, the basket."""
    now, market_day = timezone.now(), shop.market_day
    floor = floor_of(market_day, here=shop.here, on_sale=shop.sellers)
    return {
        "crumbs": crumbs(say_day(market_day.date)),
        "sharing": sharing_of_day(market_day, house=House.load(request)),
        "plan": draw_sheet(floor) if floor.held else "",
        "basket_lines": shop.basket_lines,
        "basket_total_cents": shop.basket_total_cents,
        "is_early": market_day.is_early(at=now),
        "is_cancelled": market_day.is_cancelled,
        "slate_rows": slate_rows(market_day),
        "slate_foot": slate_foot(market_day, at=now),
        "slate_note": slate_note(market_day, at=now),
        "other_days": others,
        # The visitor's basket of this day is the one they fill: counted already.
        **({"basket_count": len(shop.basket_lines)} if shop.basket_lines else {}),
    }


def slate_rows(market_day: MarketDay) -> list[tuple[str, str]]:
    """What the blackboard says of a day."""
    return [
        (_("Ouvert"), say_hours(market_day.opens_at, market_day.closes_at)),
        (_("Retrait"), _("dès %(hour)s, sans file") % {"hour": say_hours(market_day.opens_at)}),
        (_("Où"), f"{market_day.place.name}, {market_day.place.address}"),
    ]


def slate_foot(market_day: MarketDay, *, at: datetime) -> str:
    """Until when one can order, or from when."""
    if market_day.is_early(at=at):
        words, limit = _("Commandes dès %(day)s, %(hour)s"), market_day.orders_open_at
    elif market_day.takes_orders(at=at):
        words, limit = _("Commandes jusqu’à %(day)s, %(hour)s"), market_day.orders_close_at
    else:
        return _("Les commandes sont closes")
    return words % {"day": say_day(limit), "hour": say_hours(limit)}


def slate_note(market_day: MarketDay, *, at: datetime) -> str:
    """How near the limit of ``slate_foot`` is; nothing once orders are closed."""
    if market_day.is_early(at=at):
        return say_in_days(market_day.orders_open_at)
    if not market_day.takes_orders(at=at):
        return ""
    return say_time_left(market_day.orders_close_at, now=at)
