"""Form → action → the same screen: each line by itself, so that one refused leaves the others saved."""

from datetime import date
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from market import actions, offering, own, queries, words
from market.models import MarketDay, Producer, Product
from market.refusals import OfferRefusedError
from market.stand.forms import AddForm, LineForm

CHANGE_OFFERS = "market.change_offer"
UNPROCESSABLE = 422
OTHERS_SHOWN = 4


class Stand(NamedTuple):
    """A producer's place on a day, and the other days whose offers are still set."""

    market_day: MarketDay
    producer: Producer
    other_days: list[MarketDay]


@never_cache
@login_required
@require_safe
def next_day(request: HttpRequest) -> HttpResponse:
    """To the day that is on, or the next one to come."""
    _producers(request)
    days = queries.days_to_keep(at=timezone.now())
    if not days:
        return render(request, "market/stand/no_day.html")
    return redirect("market:own_offers_on", days[0].date)


@never_cache
@login_required
@require_safe
def farms(request: HttpRequest, day: date) -> HttpResponse:
    """Whose offers? Those who keep one farm go straight to it."""
    market_day = get_object_or_404(MarketDay, date=day)
    producers = list(_producers(request).order_by("name"))
    if len(producers) == 1:
        return redirect("market:stand", day, producers[0].slug)
    days = queries.days_to_keep(at=timezone.now())
    context = {
        "market_day": market_day,
        "producers": producers,
        "other_days": _others(market_day, days),
    }
    return render(request, "market/stand/farms.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def offers(request: HttpRequest, day: date, farm: str) -> HttpResponse:
    """Price, quantity, open or closed, of every offer of a farm on a day."""
    stand = _stand(request, day, farm)
    market_day, producer, _other_days = stand
    posted = request.POST if request.method == "POST" else None
    lines = [
        LineForm(_posted(posted, offer.pk), offer=offer)
        for offer in queries.offers_to_keep(market_day, producer)
    ]
    if posted is None:
        return _show(request, stand, lines=lines)
    saved = [line for line in lines if line.is_bound and _save(line)]
    if any(line.errors for line in lines):
        return _show(request, stand, lines=_reread(lines), saved=len(saved))
    messages.success(request, _say_saved(len(saved)))
    return _back(day, farm)


@never_cache
@login_required
@require_POST
def add(request: HttpRequest, day: date, farm: str) -> HttpResponse:
    """Put one more product on sale that day."""
    stand = _stand(request, day, farm)
    market_day, producer, _other_days = stand
    form = AddForm(request.POST, products=_not_offered(market_day, producer))
    if form.is_valid():
        try:
            actions.put_on_sale(
                market_day_id=market_day.pk,
                product_id=form.cleaned_data["product"],
                price_cents=form.price_cents,
                quantity=form.cleaned_data["quantity"],
            )
        except OfferRefusedError as refusal:
            form.add_error("product", words.say(refusal))
        else:
            messages.success(request, _("C’est en vente."))
            return _back(day, farm)
    lines = [LineForm(offer=offer) for offer in queries.offers_to_keep(market_day, producer)]
    return _show(request, stand, lines=lines, adding=form)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, day: date, farm: str) -> HttpResponse:
    """« Ce producteur ne vient pas »: everything closed at once, asked twice; the orders to call are listed."""
    stand = _stand(request, day, farm)
    market_day, producer, _other_days = stand
    kept = queries.offers_to_keep(market_day, producer)
    if request.method == "POST":
        done = actions.withdraw_producer(market_day_id=market_day.pk, producer_id=producer.pk)
        messages.success(request, _say_closed(done.closed))
    context = {
        "market_day": market_day,
        "producer": producer,
        "open_offers": sum(offer.on_sale for offer in kept),
        "orders": queries.orders_holding([offer.pk for offer in kept]),
        "sees_orders": request.user.has_perm("market.view_order"),
    }
    return render(request, "market/stand/withdraw.html", context)


def _save(line: LineForm) -> bool:
    """Whether the line changed something; a refusal stands beside it."""
    if not line.is_valid():
        return False
    wishes = line.wishes()
    if not wishes:
        return False
    try:
        actions.set_offer(offer_id=line.offer.pk, **wishes)
    except OfferRefusedError as refusal:
        line.add_error("closed" if "on_sale" in wishes else "quantity", words.say(refusal))
        return False
    return True


def _reread(lines: list[LineForm]) -> list[LineForm]:
    """Refused lines as they were typed, the others as they now are."""
    fresh = offering.with_goods().in_bulk([line.offer.pk for line in lines])
    return [line if line.errors else LineForm(offer=fresh[line.offer.pk]) for line in lines]


def _show(
    request: HttpRequest,
    stand: Stand,
    *,
    lines: list[LineForm],
    adding: AddForm | None = None,
    saved: int = 0,
) -> HttpResponse:
    market_day, producer, _other_days = stand
    others = list(_not_offered(market_day, producer))
    lacking = offering.lacking_among(others, on=market_day.date)
    refused = any(line.errors for line in lines)
    context = {
        "market_day": market_day,
        "producer": producer,
        "lines": lines,
        "adding": adding or AddForm(products=[p for p in others if p.pk not in lacking]),
        "adds": bool(others),
        "lacking": [
            (product, words.say_lacks(lacking[product.pk]))
            for product in others
            if product.pk in lacking
        ],
        "saved": _say_saved(saved) if refused and saved else "",
        "refused": refused,
        "other_days": stand.other_days,
    }
    wrong = refused or (adding is not None and adding.errors)
    return render(
        request, "market/stand/offers.html", context, status=UNPROCESSABLE if wrong else 200
    )


def _stand(request: HttpRequest, day: date, farm: str) -> Stand:
    producer = _producers(request).filter(slug=farm).first()
    days = queries.days_to_keep(at=timezone.now())
    market_day = next((kept for kept in days if kept.date == day), None)
    market_day = market_day or MarketDay.objects.filter(date=day).first()
    if producer is None or market_day is None:
        raise Http404
    return Stand(market_day, producer, _others(market_day, days))


def _producers(request: HttpRequest) -> Any:
    """Those whose offers the person may change."""
    if not request.user.has_perm(CHANGE_OFFERS):
        raise PermissionDenied
    return own.producers_of(request.user)


def _posted(posted: Any, offer_id: int) -> Any:
    """What came for an offer; one that was made since the page was shown is left alone."""
    return posted if posted is not None and f"offre-{offer_id}-price" in posted else None


def _not_offered(market_day: MarketDay, producer: Producer) -> Any:
    rows = Product.objects.filter(producer=producer).exclude(offers__market_day=market_day)
    return rows.select_related("plant", "producer").order_by("name_fr")


def _others(market_day: MarketDay, days: list[MarketDay]) -> list[MarketDay]:
    return [other for other in days if other.pk != market_day.pk][:OTHERS_SHOWN]


def _back(day: date, farm: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("market:stand", args=[day, farm]), status=303)


def _say_saved(count: int) -> str:
    if not count:
        return _("Rien n’a changé.")
    return ngettext("%(count)d offre enregistrée.", "%(count)d offres enregistrées.", count) % {
        "count": count
    }


def _say_closed(count: int) -> str:
    return ngettext(
        "%(count)d offre fermée : plus personne ne la commande.",
        "%(count)d offres fermées : plus personne ne les commande.",
        count,
    ) % {"count": count}
