"""Whose goods: a producer keeps their own, the market's coordination keeps everybody's."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from market.models import Offer, Producer, Product

KEEP_EVERY_STALL = "market.keep_every_stall"
SEE_ORDERS = "market.view_order"
SEE_DAYS = "market.view_marketday"
ADD_DAYS = "market.add_marketday"
CHANGE_DAYS = "market.change_marketday"
CHANGE_ORDERS = "market.change_order"
KEEP_THE_BOOKS = "market.change_collective"
KEEP_THE_FUND = "market.add_fundentry"


def producers_of(person: Any) -> QuerySet[Producer]:
    """The producers whose goods a person may keep at the desk."""
    if person.has_perm(KEEP_EVERY_STALL):
        return Producer.objects.all()
    return Producer.objects.filter(people=person)


def products_of(person: Any) -> QuerySet[Product]:
    return Product.objects.filter(producer__in=producers_of(person))


def offers_of(person: Any) -> QuerySet[Offer]:
    return Offer.objects.filter(product__in=products_of(person))


def may_export(person: Any) -> bool:
    """Sales as files: for the coordination and the treasurer. Who ordered is the coordination's alone."""
    return bool(person.has_perm(CHANGE_DAYS) or person.has_perm(KEEP_THE_BOOKS))


def who_may_keep(producer: Producer) -> QuerySet[Any]:
    """Those whom a role lets change offers, and those who keep this producer's already."""
    role = Q(is_active=True, groups__permissions__codename="change_offer")
    known = Q(producers=producer.pk) if producer.pk else Q(pk=None)
    people = get_user_model().objects
    return people.filter(pk__in=people.filter(role | known).values("pk"))
