"""The market, by day: what is on sale at which stall."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commons.cms.spoken import say_day, say_hours, say_in_days, say_time_left
from commons.places.models import House
from market import queries
from market.basket import visitor_of
from market.floor import floor_of
from market.models import MarketDay, Product
from market.plans import draw
from market.shelf import shelves
from market.structured import sharing_of_day
from market.views.crumbs import crumbs
from market.views.lines import Troubles, status_of, take_line

OFFERS_PER_PAGE = 60


@require_safe
def next_day(request: HttpRequest) -> HttpResponse:
    """The door of the market: the day that is on or the next, or an invitation to come back."""
    market_day = queries.next_market_day(at=timezone.now())
    if market_day is None:
        return render(request, "market/no_day.html")
    return redirect(market_day)


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: HttpRequest, day: date) -> HttpResponse:
    """A day's stalls. Posting puts an offer in the basket, or takes it out, and comes back here."""
    market_day = queries.market_day_of(day)
    if market_day is None:
        raise Http404
    troubles: Troubles = {}
    if request.method == "POST":
        troubles = take_line(request)
        if not troubles:
            back = f"{request.get_full_path()}#offre-{request.POST['offer']}"
            return HttpResponseRedirect(back, status=303)
    return render(
        request,
        "market/day.html",
        _day_context(request, market_day, troubles=troubles),
        status=status_of(request, troubles),
    )


def _day_context(
    request: HttpRequest, market_day: MarketDay, *, troubles: Troubles
) -> dict[str, Any]:
    now = timezone.now()
    category = request.GET.get("rayon", "")
    only_in_season = "saison" in request.GET
    offers = queries.offers_on(market_day)
    if category:
        offers = offers.filter(product__category=category)
    if only_in_season:
        offers = queries.in_season(offers, month=market_day.date.month)
    page = Paginator(offers, OFFERS_PER_PAGE).get_page(request.GET.get("page"))
    floor = floor_of(market_day, here={offer.product.producer_id for offer in page.object_list})
    chosen = queries.chosen_on(market_day, visitor=visitor_of(request))
    return {
        "market_day": market_day,
        "crumbs": crumbs(say_day(market_day.date)),
        "sharing": sharing_of_day(market_day, house=House.load(request)),
        "page": page,
        "stalls": shelves(
            page.object_list,
            pitches=floor.pitches,
            chosen=chosen,
            troubles=troubles,
        ),
        "plan": draw(floor),
        "basket_lines": chosen,
        "basket_total_cents": sum(line.total_cents for line in chosen),
        "takes_orders": market_day.takes_orders(at=now),
        "is_early": market_day.is_early(at=now),
        "is_cancelled": market_day.is_cancelled,
        "category_tabs": _category_tabs(market_day, request.GET),
        "only_in_season": only_in_season,
        "slate_rows": slate_rows(market_day),
        "slate_foot": slate_foot(market_day, at=now),
        "slate_note": slate_note(market_day, at=now),
        "other_days": queries.neighbours_of(market_day, at=now),
    }


def _category_tabs(market_day: MarketDay, chosen: Mapping[str, str]) -> list[dict[str, Any]]:
    """Links to each category that has something, keeping the filter of season."""
    address = reverse("market:day", args=[market_day.date])
    season = "saison=1" if "saison" in chosen else ""
    present = queries.categories_on(market_day)
    shown = [("", _("Tout")), *(c for c in Product.Category.choices if c[0] in present)]
    return [
        {
            "label": label,
            "url": f"{address}?{'&'.join(filter(None, [value and f'rayon={value}', season]))}",
            "current": chosen.get("rayon", "") == value,
        }
        for value, label in shown
    ]


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
