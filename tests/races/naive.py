"""The control of every race for stock: read, check, write, as if nobody else were there."""

from django.db.models import F

from market.models import Offer


def has_enough(offer_id, quantity):
    offer = Offer.objects.get(pk=offer_id)
    return offer.reserved + quantity <= offer.quantity


def naive_take(*, offer_id, quantity):
    if not has_enough(offer_id, quantity):
        return False
    Offer.objects.filter(pk=offer_id).update(reserved=F("reserved") + quantity)
    return True
