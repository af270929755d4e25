"""From the basket to the order: one page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commons.people.models import Person
from market import actions, queries
from market.basket import visitor_of
from market.models import Basket, Order
from market.orders import Shopper
from market.refusals import (
    BasketJoinedError,
    OrderRefusedError,
    SlotFullError,
    SlotMissingError,
)
from market.views.crumbs import crumbs
from market.views.refused import say_refusal
from market.views.till import CARD, RECOUNT, Till, context_of, read_again, read_till

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
    till = read_till(request, basket, lines)
    if RECOUNT in request.POST:
        return _show(request, till)
    asked = request.method == "POST" and till.form.is_valid()
    if asked and till.solidarity.is_valid():
        try:
            order = _place(request, till)
        except BasketJoinedError as joined:
            return _read_the_accounts(request, joined)
        if order:
            return _see(order)
        read_again(request, till)
    return _show(request, till)


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


def _place(request: HttpRequest, till: Till) -> Order | None:
    """Order, or put on the form why not. Raises BasketJoinedError: there is another basket to read."""
    form, said = till.form, till.form.cleaned_data
    seen_total = request.POST.get("seen_total_cents", "")
    try:
        actions.keep_wishes(basket_id=till.basket.pk, if_short=form.if_short, notes=form.notes)
        return actions.place_order(
            basket_id=till.basket.pk,
            shopper=Shopper(
                name=said["name"],
                email=said["email"],
                phone=said["phone"],
                language=get_language() or "fr",
                person=request.user if isinstance(request.user, Person) else None,
            ),
            payment_method=Order.PaymentMethod(said.get("payment_method", CARD)),
            seen_total_cents=int(seen_total) if _is_number(seen_total) else -1,
            slot_id=int(said["slot"]) if "slot" in said else None,
            wish=till.solidarity.wish,
            now=timezone.now(),
        )
    except BasketJoinedError:
        raise
    except OrderRefusedError as refusal:
        is_about_when = isinstance(refusal, SlotFullError | SlotMissingError)
        for sentence in say_refusal(refusal):
            form.add_error("slot" if is_about_when and "slot" in form.fields else None, sentence)
    return None


def _show(request: HttpRequest, till: Till) -> HttpResponse:
    """The whole page; to a recount by htmx, only the part that tells what is to pay."""
    context = context_of(till)
    if RECOUNT in request.POST and request.htmx:  # type: ignore[attr-defined]
        return render(request, "market/till_pay.html", context)
    return render(
        request,
        "market/checkout.html",
        {**context, "crumbs": crumbs(_("Commander"))},
        status=422 if till.form.errors or till.solidarity.errors else 200,
    )


def _read_the_accounts(request: HttpRequest, joined: BasketJoinedError) -> HttpResponse:
    """They signed in elsewhere meanwhile: all of it is in their account's basket."""
    for sentence in say_refusal(joined):
        messages.info(request, sentence)
    return HttpResponseRedirect(reverse("market:basket"), status=303)


def _see(order: Order) -> HttpResponse:
    return HttpResponseRedirect(order.get_absolute_url(), status=303)
