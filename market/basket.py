"""Whose basket: a visitor has no account, only a random key in their session."""

from uuid import UUID, uuid4

from django.http import HttpRequest

from market.models import BasketLine

SESSION_KEY = "market_visitor"


def visitor_of(request: HttpRequest) -> UUID | None:
    """The visitor's key; None for one who has never put anything in a basket."""
    key = request.session.get(SESSION_KEY)
    return UUID(key) if key else None


def remember_visitor(request: HttpRequest) -> UUID:
    """The visitor's key, made and kept at the first need: who only looks gets no cookie."""
    visitor = visitor_of(request) or uuid4()
    request.session[SESSION_KEY] = str(visitor)
    return visitor


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
