"""Whose goods: a producer keeps their own, the market's coordination keeps everybody's."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from market.models import Offer, Producer, Product

KEEP_EVERY_STALL = "market.keep_every_stall"


def producers_of(person: Any) -> QuerySet[Producer]:
    """The producers whose goods a person may keep at the desk."""
    if person.has_perm(KEEP_EVERY_STALL):
        return Producer.objects.all()
    return Producer.objects.filter(people=person)


def products_of(person: Any) -> QuerySet[Product]:
    return Product.objects.filter(producer__in=producers_of(person))


def offers_of(person: Any) -> QuerySet[Offer]:
    return Offer.objects.filter(product__in=products_of(person))


def who_may_keep(producer: Producer) -> QuerySet[Any]:
    """Those whom a role lets change offers, and those who keep this producer's already."""
    role = Q(is_active=True, groups__permissions__codename="change_offer")
    known = Q(producers=producer.pk) if producer.pk else Q(pk=None)
    people = get_user_model().objects
    return people.filter(pk__in=people.filter(role | known).values("pk"))
