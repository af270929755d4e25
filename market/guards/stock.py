"""Stock: one conditional UPDATE per offer, in id order, with the database's CHECK under it.

No row is locked before it is written: of two last bunches wanted at once, the second UPDATE waits
for the first, sees its result and matches nothing. The id order keeps two baskets from waiting for
each other.
"""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.db.models import F

from market.models import Offer

Quantities = Mapping[int, Decimal]


def reserve(quantities: Quantities) -> list[int]:
    """Take each offer's quantity, in the caller's transaction; return the offers that fell short.

    When some did, the caller rolls back: the others were taken all the same.
    """
    return [pk for pk in sorted(quantities) if not _take(offer_id=pk, quantity=quantities[pk])]


def reserve_all_or_nothing(quantities: Quantities) -> bool:
    """Take all of it, or leave all of it and return False."""
    with transaction.atomic():
        is_short = bool(reserve(quantities))
        transaction.set_rollback(is_short)
    return not is_short


def release(quantities: Quantities) -> None:
    """Give back what an order had reserved."""
    for pk in sorted(quantities):
        Offer.objects.filter(pk=pk).update(reserved=F("reserved") - quantities[pk])


def move(deltas: Quantities) -> list[int]:
    """Take each offer's delta, or give it back where it is below zero; return the offers that fell short.

    As with ``reserve``, the caller rolls back when some did.
    """
    short = []
    for pk in sorted(deltas):
        if deltas[pk] <= 0:
            release({pk: -deltas[pk]})
        elif not _take(offer_id=pk, quantity=deltas[pk]):
            short.append(pk)
    return short


def change(
    *,
    offer_id: int,
    price_cents: int | None = None,
    quantity: Decimal | None = None,
    on_sale: bool | None = None,
) -> bool:
    """Change what is given of an offer; the rest stays, whoever changes that meanwhile.

    False, and nothing is written, when the quantity goes under what orders have reserved by then.
    """
    wished = {"price_cents": price_cents, "quantity": quantity, "on_sale": on_sale}
    given = {name: value for name, value in wished.items() if value is not None}
    offers = Offer.objects.filter(pk=offer_id)
    if quantity is not None:
        offers = offers.filter(reserved__lte=quantity)
    return bool(offers.update(**given))


def _take(*, offer_id: int, quantity: Decimal) -> bool:
    return bool(
        Offer.objects.filter(
            pk=offer_id, on_sale=True, reserved__lte=F("quantity") - quantity
        ).update(reserved=F("reserved") + quantity)
    )
