"""The till as it stands: a basket, who asks for what, and what it all comes to."""

from dataclasses import dataclass
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.people.asking import known
from market import queries, rules
from market.forms import CheckoutForm, SolidarityForm
from market.models import Basket, BasketLine, Collective, Order, Producer, Solidarity
from market.money.billing import Bill, Wish, bill_of, card_can_pay
from market.refusals import FundEmptyError, WordRefusedError, WordServedError
from market.sellers import Seller, seller_of
from market.views.refused import say_refusal

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


def read_till(request: HttpRequest, basket: Basket, lines: list[BasketLine]) -> Till:
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


def read_again(request: HttpRequest, till: Till) -> None:
    """What was refused may have changed since we read it: a price, what is left, a slot, the fund."""
    till.lines = list(
        till.basket.lines.select_related("offer__product__producer", "offer__product__plant")
    )
    till.bill = _bill(request, till.basket, till.lines, till.solidarity)
    till.form.propose_slots(queries.slots_of(till.basket.market_day))
    till.form.propose_methods(_methods(till.basket, till.lines, till.bill))


def _methods(basket: Basket, lines: list[BasketLine], bill: Bill) -> list[Order.PaymentMethod]:
    """The ways to pay it; none when the fund pays it all."""
    if not bill.to_pay_cents:
        return []
    by_card = card_can_pay(lines, bill=bill, market_day=basket.market_day, now=timezone.now())
    return [CARD, AT_HALL] if by_card else [AT_HALL]


def _is_near(basket: Basket) -> bool:
    return rules.card_waits_for_the_scale(pick_up_at=basket.market_day.opens_at, at=timezone.now())


def context_of(till: Till) -> dict[str, Any]:
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
        "keeping": [line for line in till.lines if not line.offer.product.perishable],
        "has_fresh": any(line.offer.product.perishable for line in till.lines),
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
