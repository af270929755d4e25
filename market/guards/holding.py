"""What the checkout keeps of the stock for a basket: in the caller's transaction, under the basket's lock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from market.guards import stock
from market.models import Basket, BasketLine, Offer
from market.refusals import Shortage, ShortStockError


def reserve_the_rest(lines: Sequence[BasketLine]) -> None:
    """Reserve what these lines want and do not hold yet. Raises ShortStockError: roll back, then."""
    missing = {
        line.offer_id: line.quantity - line.held for line in lines if line.quantity > line.held
    }
    short = stock.reserve(missing)
    if short:
        raise ShortStockError(_shortages(lines, short))


def let_go(*baskets: Basket) -> None:
    """Put back on sale all that these baskets hold: in one go, for offers are written in id order."""
    held: defaultdict[int, Decimal] = defaultdict(Decimal)
    for line in BasketLine.objects.filter(basket__in=baskets, held__gt=0):
        held[line.offer_id] += line.held
    BasketLine.objects.filter(basket__in=baskets, held__gt=0).update(held=0)
    for basket in baskets:
        basket.held_until = None
        basket.save(update_fields=["held_until"])
    stock.release(held)


def _shortages(lines: Iterable[BasketLine], short: Iterable[int]) -> list[Shortage]:
    now_left = Offer.objects.select_related("product").in_bulk(list(short))
    found = []
    for line in lines:
        offer = now_left.get(line.offer_id)
        if offer:
            line.offer = offer
            found.append(Shortage(product=offer.product, wanted=line.quantity, left=line.can_have))
    return found
