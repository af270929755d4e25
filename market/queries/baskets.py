"""What a visitor has gathered."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch

from market.models import Basket, BasketLine, MarketDay


def open_basket(*, visitor: UUID | None, day: date | None = None) -> Basket | None:
    """The basket a visitor last touched, or theirs of a day, with its lines."""
    if visitor is None:
        return None
    lines = BasketLine.objects.select_related(
        "offer__market_day", "offer__product__producer", "offer__product__plant"
    )
    baskets = Basket.objects.filter(visitor=visitor, ordered_at=None)
    if day is not None:
        baskets = baskets.filter(market_day__date=day)
    return (
        baskets.select_related("market_day__place")
        .prefetch_related(Prefetch("lines", lines))
        .order_by("-updated_at")
        .first()
    )


def other_baskets(basket: Basket, *, at: datetime) -> list[Basket]:
    """What the same visitor gathers for other days that still take orders, each with its day."""
    filled = Exists(BasketLine.objects.filter(basket=OuterRef("pk")))
    baskets = Basket.objects.filter(
        filled,
        visitor=basket.visitor,
        ordered_at=None,
        market_day__in=MarketDay.objects.to_order(at=at),
    )
    others = baskets.exclude(pk=basket.pk).select_related("market_day")
    return list(others.order_by("market_day__date"))


def chosen_on(market_day: MarketDay, *, visitor: UUID | None) -> list[BasketLine]:
    """What a visitor's open basket holds of a day, in one query."""
    if visitor is None:
        return []
    lines = BasketLine.objects.filter(
        basket__visitor=visitor, basket__ordered_at=None, basket__market_day=market_day
    )
    return list(lines.select_related("offer").order_by("pk"))


def lines_of(basket: Basket) -> list[BasketLine]:
    """What a basket still to be ordered holds, with all that a bill says of it."""
    if basket.ordered_at is not None:
        return []
    return list(basket.lines.select_related("offer__product__producer"))
