"""Recurring lists for tests, filled as people fill them."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from commons.people.models import Person
from market import actions
from market.models import PreparedBasket, RecurringLine, RecurringList


def amina(**fields) -> Person:
    return Person.objects.create_user("amina@exemple.fr", **fields)


def list_of(person, *wishes, **fields) -> RecurringList:
    """A list made long before any window opened: (product, quantity) each."""
    fields = {"created_at": timezone.now() - timedelta(days=30)} | fields
    recurring = RecurringList.objects.create(person=person, **fields)
    for product, quantity in wishes:
        RecurringLine.objects.create(
            recurring=recurring, product=product, quantity=Decimal(str(quantity))
        )
    return recurring


def prepare(recurring, day, *, at=None, asked=False) -> PreparedBasket | None:
    return actions.prepare_recurring(
        list_id=recurring.pk, market_day_id=day.pk, now=at or timezone.now(), asked=asked
    )


def gaps_of(prepared) -> set[tuple[int, Decimal, Decimal, str]]:
    return set(prepared.gaps.values_list("product", "wanted", "given", "why"))
