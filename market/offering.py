"""Writes an offer, in the caller's transaction, by the rules that no door may pass by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from market import rules, stalls
from market.guards import stock
from market.models import Collective, MarketDay, Offer, Product
from market.refusals import (
    DayCalledOffError,
    DayHeldError,
    NotSellableError,
    OfferedAlreadyError,
    UnderReservedError,
)


def lacks_of(product: Product, *, on: date) -> list[rules.Lack]:
    """What keeps a product off the stalls on a day: the law's facts, and the hall's word on alcohol.

    The hall is asked only about what holds alcohol.
    """
    allowed = not product.alcohol or Collective.load().allows_alcohol
    return rules.missing_facts(product, on=on, alcohol_allowed=allowed)


def lacking_among(products: Iterable[Product], *, on: date) -> dict[int, list[rules.Lack]]:
    """Those of many that cannot be sold on a day, by id, with what each lacks; the hall is asked once."""
    products = list(products)
    strong = any(product.alcohol for product in products)
    allowed = not strong or Collective.load().allows_alcohol
    lacks = {
        product.pk: rules.missing_facts(product, on=on, alcohol_allowed=allowed)
        for product in products
    }
    return {pk: found for pk, found in lacks.items() if found}


def check_sellable(product: Product, *, on: date) -> None:
    """Raises NotSellableError."""
    if lacks := lacks_of(product, on=on):
        raise NotSellableError(product, lacks=lacks)


def create(
    *,
    market_day: MarketDay,
    product: Product,
    price_cents: int,
    quantity: Decimal,
    on_sale: bool = True,
) -> Offer:
    """Raises an OfferRefusedError. What is written down closed may lack a fact for now.

    A day whose orders are closed still takes offers, for it may be reopened.
    """
    _check_sells(market_day.pk)
    if on_sale:
        check_sellable(product, on=market_day.date)
    offer, is_new = Offer.objects.get_or_create(
        market_day=market_day,
        product=product,
        defaults={"price_cents": price_cents, "quantity": quantity, "on_sale": on_sale},
    )
    if not is_new:
        raise OfferedAlreadyError(str(offer))
    _answered(offer)
    return offer


def change(
    offer: Offer,
    *,
    price_cents: int | None = None,
    quantity: Decimal | None = None,
    on_sale: bool | None = None,
) -> None:
    """Placed orders keep their price and their goods. Raises an OfferRefusedError.

    Lowering or closing asks nothing of the product or of the day; only putting on sale does.
    """
    if on_sale and not offer.on_sale:
        _check_sells(offer.market_day_id)
        check_sellable(offer.product, on=offer.market_day.date)
    changed = stock.change(
        offer_id=offer.pk, price_cents=price_cents, quantity=quantity, on_sale=on_sale
    )
    if not changed:
        raise UnderReservedError(with_goods().get(pk=offer.pk))
    _answered(offer)


def _check_sells(market_day_id: int) -> None:
    """Raises DayCalledOffError or DayHeldError. Until the commit, the day stays what it is."""
    day = MarketDay.objects.select_for_update(no_key=True).get(pk=market_day_id)
    if day.state == MarketDay.State.CANCELLED:
        raise DayCalledOffError(str(day))
    if day.state == MarketDay.State.DONE:
        raise DayHeldError(str(day))


def _answered(offer: Offer) -> None:
    stalls.answered(
        market_day_id=offer.market_day_id,
        producer_id=offer.product.producer_id,
        now=timezone.now(),
    )


def close_alcohol(*, at: datetime) -> int:
    """Take off the stalls to come all that holds alcohol; return how many offers that closed."""
    strong = Offer.objects.filter(product__alcohol=True, market_day__closes_at__gt=at)
    return strong.filter(on_sale=True).update(on_sale=False)


def with_goods() -> QuerySet[Offer]:
    """Offers with all that the rules ask of them."""
    return Offer.objects.select_related("product__plant", "product__producer", "market_day")


@dataclass(frozen=True, kw_only=True)
class BrokenSale:
    """A day on which a product is on sale, and what it would lack there."""

    day: date
    lacks: list[rules.Lack]


def broken_sale(product: Product, *, now: datetime) -> BrokenSale | None:
    """Whether a product, changed but not written yet, would lose a fact while it is on sale.

    What it lacked before is not held against the change: a certificate runs out by itself.
    """
    coming = Offer.objects.filter(
        product=product.pk, on_sale=True, market_day__closes_at__gt=now
    ).exclude(market_day__state=MarketDay.State.CANCELLED)
    days = list(coming.order_by("market_day__date").values_list("market_day__date", flat=True))
    if not days:
        return None
    stored = Product.objects.select_related("plant").get(pk=product.pk)
    for day in days:
        known = lacks_of(stored, on=day)
        if lacks := [lack for lack in lacks_of(product, on=day) if lack not in known]:
            return BrokenSale(day=day, lacks=lacks)
    return None
