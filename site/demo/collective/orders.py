"""What neighbours ordered, through the same verbs as anybody: paid at the hall, stock reserved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from commons.people.models import Person
from demo.collective import people
from demo.collective.fund import WORDS
from demo.collective.keys import key
from market import queries
from market.actions import place_order, set_basket_line, weigh_line
from market.models import Basket, BasketLine, MarketDay, Offer, Order, OrderLine
from market.money.billing import Wish, bill_of
from market.orders import Shopper
from market.refusals import OrderRefusedError, ShortStockError

NO_WISH = Wish()


@dataclass(frozen=True)
class Wanted:
    """Someone's order: of each product how much; what is not on sale that day is left out."""

    name: str
    email: str
    wishes: Mapping[str, str]
    wish: Wish = NO_WISH


def _neighbour(index: int, wishes: Mapping[str, str], wish: Wish = NO_WISH) -> Wanted:
    neighbour = people.NEIGHBOURS[index]
    return Wanted(neighbour.name, neighbour.email, wishes, wish)


A_CRUMB = Decimal("0.014")  # kg

# Together they leave one loaf of rye, two packs of yoghurts, and no brioche at all.
WANTED = (
    Wanted(
        "Amina Keller",
        people.SHOPPER,
        {
            "Carottes en botte": "2",
            "Pommes": "1.5",
            "Brioche au beurre": "2",
            "Pain de seigle": "1",
            "Tomme de vache": "0.5",
        },
    ),
    _neighbour(1, {"Brioche au beurre": "1", "Yaourts nature, les 4": "3", "Poireaux": "1"}),
    _neighbour(4, {"Pain de seigle": "2", "Tomme de vache": "0.5", "Pommes de terre": "3"}),
    _neighbour(
        7, {"Brioche au beurre": "2", "Yaourts nature, les 4": "2", "Tomates anciennes": "2"}
    ),
    _neighbour(
        11, {"Pain de seigle": "2", "Yaourts nature, les 4": "3", "Œufs, la boîte de 6": "4"}
    ),
    _neighbour(
        16,
        {"Lentilles vertes, 500 g": "2", "Potimarron": "2", "Bûche cendrée": "1"},
        Wish(word=WORDS[0][0]),
    ),
    _neighbour(20, {"Miel de châtaignier, 250 g": "2", "Tomme de chèvre": "0.5", "Kiwis": "1"}),
)


def lay(day: date, *, now: datetime) -> None:
    """The orders of a day, each placed once. One that comes too late or too short is not placed."""
    market_day = MarketDay.objects.get(date=day)
    offers = {
        offer.product.name_fr: offer
        for offer in Offer.objects.filter(market_day=market_day).select_related("product")
    }
    # For a day to come they ordered just now; for a past one, the evening before.
    latest = min(now, market_day.orders_close_at - timedelta(minutes=1))
    for rank, wanted in enumerate(WANTED):
        at = max(market_day.orders_open_at, latest - timedelta(minutes=47 * rank))
        if not market_day.takes_orders(at=at):
            return  # closed or held since an earlier load
        _order(wanted, market_day=market_day, offers=offers, at=at)


def weigh(day: date, *, now: datetime) -> None:
    """The scale's word on a day that is over: a little more than was asked, as cheese is cut."""
    lines = OrderLine.objects.filter(order__market_day__date=day, by_weight=True, weighed=None)
    for line in lines.filter(order__state=Order.State.PLACED, quantity__gt=0).order_by("pk"):
        weigh_line(line_id=line.pk, weight=line.quantity + A_CRUMB, by=None, now=now)


def _order(
    wanted: Wanted, *, market_day: MarketDay, offers: Mapping[str, Offer], at: datetime
) -> None:
    visitor = key("visitor", wanted.email)
    baskets = Basket.objects.filter(visitor=visitor, market_day=market_day)
    if baskets.filter(ordered_at__isnull=False).exists():
        return
    for name, quantity in wanted.wishes.items():
        if name not in offers:
            continue
        try:
            set_basket_line(
                visitor=visitor, offer_id=offers[name].pk, quantity=Decimal(quantity), now=at
            )
        except ShortStockError:
            continue
    _place(wanted, basket=baskets.first(), at=at)


def _slot_for(market_day: MarketDay) -> int | None:
    """The first with room: neighbours come early."""
    free = queries.slots_with_room(market_day)
    return free[0].pk if free else None


def _place(wanted: Wanted, *, basket: Basket | None, at: datetime) -> None:
    if basket is None:
        return
    lines = list(
        BasketLine.objects.filter(basket=basket).select_related("offer__product__producer")
    )
    bill = bill_of(
        lines, wish=wanted.wish, market_day=basket.market_day, email=wanted.email, now=at
    )
    try:
        place_order(
            basket_id=basket.pk,
            shopper=Shopper(
                name=wanted.name,
                email=wanted.email,
                person=Person.objects.filter(email=wanted.email).first(),
            ),
            payment_method=Order.PaymentMethod.AT_HALL,
            slot_id=_slot_for(basket.market_day),
            seen_total_cents=bill.to_pay_cents,
            wish=wanted.wish,
            now=at,
        )
    except OrderRefusedError:
        return  # a visitor was quicker: the demo's neighbour goes without
