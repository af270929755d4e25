"""The verbs of a basket: filled by a visitor, held while they order, joined at sign-in, forgotten when left."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction

from market import rules
from market.guards import holding, stock
from market.models import Basket, BasketLine, BasketNote, MarketDay, Offer
from market.refusals import (
    BasketEmptyError,
    BasketJoinedError,
    OrdersClosedError,
    Shortage,
    ShortStockError,
    WrongQuantityError,
)


def set_basket_line(*, visitor: UUID, offer_id: int, quantity: Decimal, now: datetime) -> Basket:
    """Have this much of an offer in the visitor's basket; zero takes it out. Nothing more is reserved.

    It sets and never adds, so that a form sent twice does no harm. What the checkout held beyond
    that goes back on sale. Raises OrdersClosedError, WrongQuantityError, or ShortStockError when
    less than that is left just now.
    """
    if quantity < 0:
        raise WrongQuantityError(f"{quantity} is less than nothing")
    with transaction.atomic(durable=True):
        offer = Offer.objects.select_related("product", "market_day").get(pk=offer_id)
        # Locked: a basket being ordered in another tab takes no line more, the next basket does.
        basket, _created = Basket.objects.select_for_update().get_or_create(
            visitor=visitor, market_day=offer.market_day, ordered_at=None
        )
        line = basket.lines.filter(offer=offer).first() or BasketLine(basket=basket, offer=offer)
        line.offer = offer
        if quantity > 0:
            _check_line(line, quantity=quantity, now=now)
        excess = max(Decimal(0), line.held - quantity)
        line.quantity, line.held = quantity, line.held - excess
        line.seen_price_cents = offer.price_cents
        if quantity > 0:
            line.save()
        elif line.pk:
            line.delete()
        basket.save(update_fields=["updated_at"])
        if excess:
            stock.release({offer_id: excess})
    return basket


def hold_basket(*, basket_id: int, now: datetime) -> None:
    """Reserve all of a basket while its order is written; asked again, it is held for as long again.

    Raises BasketEmptyError, BasketJoinedError, OrdersClosedError, or ShortStockError, and then nothing
    more is held.
    """
    with transaction.atomic(durable=True):
        basket = lock_basket(basket_id)
        if basket.ordered_at is not None:
            return
        lines = list(basket.lines.select_related("offer__product"))
        check_open(lines, market_day=MarketDay.objects.get(pk=basket.market_day_id), now=now)
        basket.held_until = now + rules.HOLD_BASKET
        basket.save(update_fields=["held_until", "updated_at"])
        holding.reserve_the_rest(lines)
        for line in lines:
            line.held = line.quantity
        BasketLine.objects.bulk_update(lines, ["held"])


def release_holds(*, basket_id: int, now: datetime) -> None:
    """Put back on sale what a basket held too long; leave quietly if it was ordered, joined or held again."""
    with transaction.atomic(durable=True):
        overdue = Basket.objects.select_for_update().filter(pk=basket_id, held_until__lte=now)
        for basket in overdue:
            holding.let_go(basket)


def keep_wishes(*, basket_id: int, if_short: Mapping[int, str], notes: Mapping[int, str]) -> None:
    """Keep what to do if a line (by its key) runs short, and a word to a producer (by their key).

    Raises BasketJoinedError.
    """
    with transaction.atomic(durable=True):
        basket = lock_basket(basket_id)
        for line in basket.lines.all():
            if line.pk in if_short:
                line.if_short = if_short[line.pk]
                line.save(update_fields=["if_short"])
        for producer_id, words in notes.items():
            if words:
                BasketNote.objects.update_or_create(
                    basket=basket, producer_id=producer_id, defaults={"words": words}
                )
            else:
                BasketNote.objects.filter(basket=basket, producer_id=producer_id).delete()


def join_baskets(*, visitor: UUID, person_key: UUID) -> None:
    """Give an account the baskets that its person filled before they signed in.

    Of a product that both baskets of a day hold, the latest wish counts: the visitor's. Two baskets
    that become one are held no longer.
    """
    if visitor == person_key:
        return
    try:
        _join(visitor=visitor, person_key=person_key)
    except IntegrityError:
        # Another device of theirs began a basket of that day meanwhile: now it is found.
        _join(visitor=visitor, person_key=person_key)


def _join(*, visitor: UUID, person_key: UUID) -> None:
    with transaction.atomic(durable=True):
        baskets = Basket.objects.select_for_update().filter(
            visitor__in=[visitor, person_key], ordered_at=None
        )
        found = list(baskets.order_by("pk"))
        theirs = {basket.market_day_id: basket for basket in found if basket.visitor == person_key}
        mine = [basket for basket in found if basket.visitor == visitor]
        twins = [basket for basket in mine if basket.market_day_id in theirs]
        # Of all days in one go, for offers are written in id order.
        holding.let_go(*twins, *(theirs[basket.market_day_id] for basket in twins))
        for basket in mine:
            if basket.market_day_id in theirs:
                _pour(basket, into=theirs[basket.market_day_id])
            else:
                basket.visitor = person_key
                basket.save(update_fields=["visitor", "updated_at"])


def forget_left_baskets(*, now: datetime) -> int:
    """Delete baskets that nobody ordered, once the visit they belong to has ended too."""
    with transaction.atomic(durable=True):
        left = Basket.objects.filter(
            ordered_at=None, held_until=None, updated_at__lt=now - rules.KEEP_BASKETS_FOR
        )
        return left.delete()[0]


def lock_basket(basket_id: int) -> Basket:
    """Its row, locked. Raises BasketJoinedError when a sign-in has poured it into the account's."""
    basket = Basket.objects.select_for_update().filter(pk=basket_id).first()
    if basket is None:
        raise BasketJoinedError
    return basket


def check_open(lines: Iterable[BasketLine], *, market_day: MarketDay, now: datetime) -> None:
    """Raise BasketEmptyError, or OrdersClosedError outside the window of the day."""
    if not lines:
        raise BasketEmptyError
    if not market_day.takes_orders(at=now):
        raise OrdersClosedError(market_day)


def _check_line(line: BasketLine, *, quantity: Decimal, now: datetime) -> None:
    offer = line.offer
    if not offer.market_day.takes_orders(at=now):
        raise OrdersClosedError(offer.market_day)
    if not rules.is_whole_steps(quantity, step=offer.product.step):
        raise WrongQuantityError(f"{quantity} is not a multiple of {offer.product.step}")
    if quantity > line.can_have:
        raise ShortStockError(
            [Shortage(product=offer.product, wanted=quantity, left=line.can_have)]
        )


def _pour(basket: Basket, *, into: Basket) -> None:
    """Move the lines of one basket into another; both have let go of what they held."""
    for line in basket.lines.all():
        into.lines.update_or_create(
            offer_id=line.offer_id,
            defaults={
                "quantity": line.quantity,
                "seen_price_cents": line.seen_price_cents,
                "if_short": line.if_short,
            },
        )
    for note in basket.notes.all():
        into.notes.update_or_create(producer_id=note.producer_id, defaults={"words": note.words})
    basket.delete()
    into.save(update_fields=["updated_at"])
