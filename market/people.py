"""Those who ordered for a market day: whom a message reaches, and who is to be called."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from market.models import MarketDay, Order, OrderLine


@dataclass(frozen=True, kw_only=True)
class Circle:
    """Everybody of a day; or those of one producer; or those of one pick-up slot."""

    producer_id: int | None = None
    slot_id: int | None = None


def orders_of(market_day: MarketDay, circle: Circle) -> QuerySet[Order]:
    """The firm orders of a circle."""
    orders = Order.objects.filter(market_day=market_day, state=Order.State.PLACED)
    if circle.producer_id is not None:
        lines = OrderLine.objects.filter(
            order=OuterRef("pk"), offer__product__producer=circle.producer_id
        )
        orders = orders.filter(Exists(lines))
    if circle.slot_id is not None:
        orders = orders.filter(slot=circle.slot_id)
    return orders


def one_order_each(market_day: MarketDay, circle: Circle) -> list[Order]:
    """The first order of each address: who ordered twice is written to once."""
    reachable = orders_of(market_day, circle).exclude(email="")
    return list(reachable.order_by("email", "pk").distinct("email"))


def how_many(market_day: MarketDay, circle: Circle) -> tuple[int, int]:
    """People whom a mail reaches, and orders without an address."""
    orders = orders_of(market_day, circle)
    reached = orders.exclude(email="").values("email").distinct().count()
    return reached, orders.filter(email="").count()
