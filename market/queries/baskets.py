"""What a visitor has gathered."""

from uuid import UUID

from django.db.models import Prefetch

from market.models import Basket, BasketLine, MarketDay


def open_basket(*, visitor: UUID | None) -> Basket | None:
    """The basket a visitor last touched, with its lines."""
    if visitor is None:
        return None
    lines = BasketLine.objects.select_related(
        "offer__market_day", "offer__product__producer", "offer__product__plant"
    )
    baskets = Basket.objects.filter(visitor=visitor, ordered_at=None)
    return (
        baskets.select_related("market_day__place")
        .prefetch_related(Prefetch("lines", lines))
        .order_by("-updated_at")
        .first()
    )


def chosen_on(market_day: MarketDay, *, visitor: UUID | None) -> list[BasketLine]:
    """What a visitor's open basket holds of a day, in one query."""
    if visitor is None:
        return []
    lines = BasketLine.objects.filter(
        basket__visitor=visitor, basket__ordered_at=None, basket__market_day=market_day
    )
    return list(lines.select_related("offer").order_by("pk"))
