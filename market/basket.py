"""Whose basket: a random key in the visitor's session, or one that stands for their account."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest

from commons.people.models import Person
from market import actions
from market.keys import key_of
from market.models import BasketLine

SESSION_KEY = "market_visitor"


def visitor_of(request: HttpRequest) -> UUID | None:
    """The visitor's key; None for one who is not signed in and has never put anything in a basket."""
    person = getattr(request, "user", None)
    if isinstance(person, Person):
        return key_of(person)
    session = getattr(request, "session", {})  # a page of error may come before it
    key = session.get(SESSION_KEY)
    return UUID(key) if key else None


def remember_visitor(request: HttpRequest) -> UUID:
    """The visitor's key, made and kept at the first need: who only looks gets no cookie."""
    visitor = visitor_of(request)
    if visitor is None:
        visitor = uuid4()
        request.session[SESSION_KEY] = str(visitor)
    return visitor


def bring_to_account(request: HttpRequest, user: Any, **_signal: object) -> None:
    """At sign-in, what the visitor had gathered joins their account."""
    key = request.session.pop(SESSION_KEY, None)
    if key:
        actions.join_baskets(visitor=UUID(key), person_key=key_of(user))


def count_lines(request: HttpRequest) -> int:
    """How many things are in the visitor's latest open basket; no query without a visitor."""
    visitor = visitor_of(request)
    if visitor is None:
        return 0
    latest = (
        BasketLine.objects.filter(basket__visitor=visitor, basket__ordered_at=None)
        .order_by("-basket__updated_at")
        .values_list("basket_id", flat=True)[:1]
    )
    return BasketLine.objects.filter(basket_id__in=latest).count()
