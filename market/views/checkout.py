"""From the basket to the order: one page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commons.people.asking import known
from commons.people.models import Person
from market import actions, queries, rules
from market.basket import visitor_of
from market.forms import CheckoutForm
from market.models import Basket, BasketLine, Collective, Order, Producer
from market.orders import Shopper
from market.refusals import BasketJoinedError, OrderRefusedError, SlotFullError, SlotMissingError
from market.sellers import Seller, seller_of
from market.views.crumbs import crumbs
from market.views.refused import say_refusal

LONGEST_NUMBER = 18  # digits: what a form of ours never exceeds, and a row can hold


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """Who, when, how to pay, and the button that binds; sent twice, it leads to the same order."""
    basket = _basket_to_order(request)
    if basket is None:
        return redirect("market:basket")
    if basket.ordered_at is not None:
        return _see(basket.order)
    lines = list(basket.lines.all())
    if not lines:
        return redirect("market:basket")
    form = _form(request, basket, lines)
    if request.method == "POST" and form.is_valid():
        try:
            order = _place(request, basket, form)
        except BasketJoinedError as joined:
            return _read_again(request, joined)
        if order:
            return _see(order)
        # What was refused may have changed since we read it: a price, what is left, a slot.
        lines = list(
            basket.lines.select_related("offer__product__producer", "offer__product__plant")
        )
        form.propose_slots(queries.slots_of(basket.market_day))
    return render(
        request,
        "market/checkout.html",
        {**_checkout_context(basket, lines, form), "crumbs": crumbs(_("Commander"))},
        status=422 if form.errors else 200,
    )


def _basket_to_order(request: HttpRequest) -> Basket | None:
    """The basket the form was shown for, ordered meanwhile or not; else the one being filled."""
    visitor = visitor_of(request)
    named = request.POST.get("basket", "")
    if visitor and _is_number(named):
        ordered = Basket.objects.filter(pk=named, visitor=visitor, ordered_at__isnull=False)
        already = ordered.select_related("order").first()
        if already:
            return already
    return queries.open_basket(visitor=visitor)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= LONGEST_NUMBER


def _form(request: HttpRequest, basket: Basket, lines: list[BasketLine]) -> CheckoutForm:
    return CheckoutForm(
        request.POST or None,
        initial=known(request),
        lines=lines,
        slots=queries.slots_of(basket.market_day),
        card_is_possible=_card_is_possible(basket, lines),
    )


def _place(request: HttpRequest, basket: Basket, form: CheckoutForm) -> Order | None:
    """Order, or put on the form why not. Raises BasketJoinedError: there is another basket to read."""
    said = form.cleaned_data
    seen_total = request.POST.get("seen_total_cents", "")
    try:
        actions.keep_wishes(basket_id=basket.pk, if_short=form.if_short, notes=form.notes)
        return actions.place_order(
            basket_id=basket.pk,
            shopper=Shopper(
                name=said["name"],
                email=said["email"],
                phone=said["phone"],
                language=get_language() or "fr",
                person=request.user if isinstance(request.user, Person) else None,
            ),
            payment_method=Order.PaymentMethod(said["payment_method"]),
            seen_total_cents=int(seen_total) if _is_number(seen_total) else -1,
            slot_id=int(said["slot"]) if "slot" in said else None,
            now=timezone.now(),
        )
    except BasketJoinedError:
        raise
    except OrderRefusedError as refusal:
        is_about_when = isinstance(refusal, SlotFullError | SlotMissingError)
        for sentence in say_refusal(refusal):
            form.add_error("slot" if is_about_when and "slot" in form.fields else None, sentence)
    return None


def _read_again(request: HttpRequest, joined: BasketJoinedError) -> HttpResponse:
    """They signed in elsewhere meanwhile: all of it is in their account's basket."""
    for sentence in say_refusal(joined):
        messages.info(request, sentence)
    return HttpResponseRedirect(reverse("market:basket"), status=303)


def _see(order: Order) -> HttpResponse:
    return HttpResponseRedirect(order.get_absolute_url(), status=303)


def _card_is_possible(basket: Basket, lines: list[BasketLine]) -> bool:
    return rules.card_is_possible(
        settlements=[line.offer.product.producer.settlement for line in lines],
        total_cents=sum(line.total_cents for line in lines),
    ) and (not _weighed(lines) or _is_near(basket))


def _weighed(lines: list[BasketLine]) -> list[BasketLine]:
    return [line for line in lines if line.offer.product.weighed]


def _is_near(basket: Basket) -> bool:
    return rules.card_waits_for_the_scale(pick_up_at=basket.market_day.opens_at, at=timezone.now())


def _checkout_context(
    basket: Basket, lines: list[BasketLine], form: CheckoutForm
) -> dict[str, Any]:
    collective = Collective.load()
    producers = {line.offer.product.producer for line in lines}
    total_cents = sum(line.total_cents for line in lines)
    by_weight_cents = sum(line.total_cents for line in _weighed(lines))
    return {
        "form": form,
        "basket": basket,
        "is_held": basket.is_held(at=timezone.now()),
        "market_day": basket.market_day,
        "is_full": form.is_full,
        "stalls": _by_seller(lines, collective=collective),
        "total_cents": total_cents,
        "set_aside_cents": by_weight_cents
        and rules.sum_to_set_aside(total_cents=total_cents, by_weight_cents=by_weight_cents),
        "weighed_too_early": bool(by_weight_cents) and not _is_near(basket),
        "paid_at_stall": sorted(
            producer.name
            for producer in producers
            if producer.settlement == Producer.Settlement.AT_STALL
        ),
        "collective": collective,
        "keeping": [line for line in lines if not line.offer.product.perishable],
        "has_fresh": any(line.offer.product.perishable for line in lines),
    }


def _by_seller(
    lines: list[BasketLine], *, collective: Collective
) -> list[tuple[Seller, list[BasketLine]]]:
    """Who sells what: each seller is named once, under their lines."""
    sold: dict[Seller, list[BasketLine]] = {}
    for line in lines:
        seller = seller_of(line.offer.product.producer, collective=collective)
        sold.setdefault(seller, []).append(line)
    return list(sold.items())
