"""What the basket and the order say of a recurring basket: where it came from, and how to keep it."""

from typing import Any

from django.http import HttpRequest

from commons.people.models import Person
from market import queries
from market.models import Basket, PreparedBasket, RecurringList
from market.recurring import say_gap


def recurring_context(request: HttpRequest, basket: Basket | None) -> dict[str, Any]:
    """Nothing for who is not signed in: their basket has no list."""
    person = request.user
    if basket is None or not isinstance(person, Person):
        return {}
    prepared = queries.prepared_as(basket)
    return {
        "prepared": prepared,
        "gaps": _gaps(prepared),
        "has_recurring": bool(prepared) or has_list(person),
    }


def has_list(person: Any) -> bool:
    """Of whoever asks; no query for who is not signed in."""
    return isinstance(person, Person) and RecurringList.objects.filter(person=person).exists()


def _gaps(prepared: PreparedBasket | None) -> list[str]:
    return [say_gap(gap) for gap in prepared.gaps.all()] if prepared else []
