"""What the basket and the order say of a recurring basket: where it came from, and how to keep it."""

from typing import Any

from django.http import HttpRequest

from commons.people.models import Person
from market import queries
from market.models import Basket, Order, RecurringList
from market.recurring import say_gap


def of_basket(request: HttpRequest, basket: Basket | None) -> dict[str, Any]:
    """Nothing for who is not signed in: their basket has no list."""
    person = request.user
    if basket is None or not isinstance(person, Person):
        return {}
    prepared = queries.prepared_as(basket)
    return {
        "prepared": prepared,
        "gaps": [say_gap(gap) for gap in prepared.gaps.all()] if prepared else [],
        "can_be_kept": queries.holds_news(basket.lines.all(), person=person),
        "has_recurring": bool(prepared) or _has_list(person),
    }


def of_order(request: HttpRequest, order: Order) -> dict[str, Any]:
    """Nothing for who is not signed in: the page says what an account would do."""
    person = request.user
    if not isinstance(person, Person):
        return {}
    wanted = order.lines.filter(quantity__gt=0)
    return {
        "can_be_kept": queries.holds_news(wanted, person=person),
        "has_recurring": _has_list(person),
    }


def _has_list(person: Person) -> bool:
    return RecurringList.objects.filter(person=person).exists()
