"""A solidarity fund for tests: open, with something in it, and words."""

from datetime import timedelta

import factory
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from market.models import FundEntry, FundWord, Solidarity
from market.money import fund


class FundWordFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FundWord

    word = factory.Sequence(lambda n: f"figue-romarin-{n}")
    given_by = "Épicerie sociale des Lônes"
    basket_cents = 2000
    baskets = 10
    until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))


def open_the_fund(**given):
    """The hall has a fund; without more, one price and baskets of 20 €."""
    house = Solidarity.load()
    for name, value in {"is_open": True, **given}.items():
        setattr(house, name, value)
    house.save()
    return house


def fill_the_fund(cents):
    with transaction.atomic():
        fund.put_in(cents, kind=FundEntry.Kind.CASH, reason="Boîte du marché")


def ledger_cents():
    """What the lines of the ledger come to: always what the fund has."""
    return FundEntry.objects.aggregate(cents=Sum("cents", default=0))["cents"]
