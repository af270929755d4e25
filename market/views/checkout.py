"""From the basket to the order: one page."""

from dataclasses import dataclass
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commons.people.asking import known
from commons.people.models import Person
from market import actions, queries, rules
from market.basket import visitor_of
from market.billing import Bill, Wish, bill_of
from market.forms import CheckoutForm, SolidarityForm
from market.models import Basket, BasketLine, Collective, Order, Producer, Solidarity
from market.orders import Shopper
from market.refusals import (
    FundEmptyError,
    OrderRefusedError,
    SlotFullError,
    SlotMissingError,
    WordRefusedError,
    WordServedError,
)
from market.sellers import Seller, seller_of
from market.views.crumbs import crumbs
from market.views.refused import say_refusal

LONGEST_NUMBER = 18  # digits: what a form of ours never exceeds, and a row can hold
RECOUNT = "recount"
CARD, AT_HALL = Order.PaymentMethod.CARD, Order.PaymentMethod.AT_HALL


@dataclass(kw_only=True)
class Till:
    """The page as it stands: a basket, two forms, and what it all comes to."""

    basket: Basket
    lines: list[BasketLine]
    form: CheckoutForm
    solidarity: SolidarityForm
    bill: Bill


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
    till = _till(request, basket, lines)
    if RECOUNT in request.POST:
        return _show(request, till)
    asked = request.method == "POST" and till.form.is_valid()
    if asked and till.solidarity.is_valid():
        order = _place(request, till)
        if order:
            return _see(order)
        _read_again(request, till)
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


def _till(request: HttpRequest, basket: Basket, lines: list[BasketLine]) -> Till:
    """What was typed is kept; a recount only looks at what changes the sum."""
    solidarity = SolidarityForm(request.POST or None, house=Solidarity.load())
    bill = _bill(request, basket, lines, solidarity)
    is_recount = RECOUNT in request.POST
    form = CheckoutForm(
        None if is_recount else request.POST or None,
        initial=request.POST.dict() if is_recount else known(request),
        lines=lines,
        slots=queries.slots_of(basket.market_day),
        methods=_methods(basket, lines, bill),
    )
    return Till(basket=basket, lines=lines, form=form, solidarity=solidarity, bill=bill)


def _bill(
    request: HttpRequest, basket: Basket, lines: list[BasketLine], form: SolidarityForm
) -> Bill:
    """As wished; as if nothing were, when that is refused: the form then says why."""
    wish = form.wish if form.is_bound and form.is_valid() else Wish()
    if wish.word and not ratelimit.consume(request, action="fund_word", dry_run=True):
        form.add_error("word", _("Trop d’essais pour l’instant : réessayez dans une heure."))
        wish = Wish()
    facts: dict[str, Any] = {
        "market_day": basket.market_day,
        "email": request.POST.get("email", ""),
        "now": timezone.now(),
    }
    try:
        return bill_of(lines, wish=wish, **facts)
    except WordRefusedError as refusal:
        ratelimit.consume(request, action="fund_word")
        form.add_error("word", say_refusal(refusal))
    except WordServedError as refusal:
        form.add_error("word", say_refusal(refusal))
    except FundEmptyError as refusal:
        form.add_error("word" if wish.word else "price", say_refusal(refusal))
    return bill_of(lines, wish=Wish(), **facts)


def _place(request: HttpRequest, till: Till) -> Order | None:
    """Order, or put on the form why not."""
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
    except OrderRefusedError as refusal:
        is_about_when = isinstance(refusal, SlotFullError | SlotMissingError)
        for sentence in say_refusal(refusal):
            form.add_error("slot" if is_about_when and "slot" in form.fields else None, sentence)
    return None


def _read_again(request: HttpRequest, till: Till) -> None:
    """What was refused may have changed since we read it: a price, what is left, a slot, the fund."""
    till.lines = list(
        till.basket.lines.select_related("offer__product__producer", "offer__product__plant")
    )
    till.bill = _bill(request, till.basket, till.lines, till.solidarity)
    till.form.propose_slots(queries.slots_of(till.basket.market_day))
    till.form.propose_methods(_methods(till.basket, till.lines, till.bill))


def _show(request: HttpRequest, till: Till) -> HttpResponse:
    """The whole page; to a recount by htmx, only the part that tells what is to pay."""
    context = _context(till)
    if RECOUNT in request.POST and request.htmx:  # type: ignore[attr-defined]
        return render(request, "market/till_pay.html", context)
    return render(
        request,
        "market/checkout.html",
        {**context, "crumbs": crumbs(_("Commander"))},
        status=422 if till.form.errors or till.solidarity.errors else 200,
    )


def _see(order: Order) -> HttpResponse:
    return HttpResponseRedirect(order.get_absolute_url(), status=303)


def _methods(basket: Basket, lines: list[BasketLine], bill: Bill) -> list[Order.PaymentMethod]:
    """The ways to pay it; none when the fund pays it all."""
    if not bill.to_pay_cents:
        return []
    by_card = rules.card_is_possible(
        settlements=[line.offer.product.producer.settlement for line in lines],
        to_pay_cents=bill.to_pay_cents,
    ) and (not bill.by_weight_cents or _is_near(basket))
    return [CARD, AT_HALL] if by_card else [AT_HALL]


def _is_near(basket: Basket) -> bool:
    return rules.card_waits_for_the_scale(pick_up_at=basket.market_day.opens_at, at=timezone.now())


def _context(till: Till) -> dict[str, Any]:
    collective = Collective.load()
    producers = {line.offer.product.producer for line in till.lines}
    return {
        "form": till.form,
        "solidarity": till.solidarity,
        "bill": till.bill,
        "basket": till.basket,
        "is_held": till.basket.is_held(at=timezone.now()),
        "market_day": till.basket.market_day,
        "is_full": till.form.is_full,
        "stalls": _by_seller(till.lines, collective=collective),
        "weighed_too_early": bool(till.bill.by_weight_cents) and not _is_near(till.basket),
        "paid_at_stall": sorted(
            producer.name
            for producer in producers
            if producer.settlement == Producer.Settlement.AT_STALL
        ),
        "collective": collective,
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
