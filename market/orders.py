"""Writes an order from a basket, in the caller's transaction: who, and what was promised."""

from dataclasses import dataclass
from datetime import datetime

from commons.people.models import Person
from market import rules
from market.models import Basket, BasketLine, Collective, Order, OrderLine, OrderNote, PickUpSlot
from market.money.billing import Bill
from market.numbers import draw_number
from market.sellers import seller_of


@dataclass(frozen=True, kw_only=True)
class Shopper:
    """Who orders. An account is never needed."""

    name: str
    email: str
    phone: str = ""
    language: str = "fr"
    person: Person | None = None


def write_order(
    basket: Basket,
    *,
    shopper: Shopper,
    payment_method: Order.PaymentMethod,
    slot: PickUpSlot | None,
    bill: Bill,
    now: datetime,
) -> Order:
    """Under a number of its own: three digits, then four once the short ones get rare."""
    facts = {
        "basket": basket,
        "market_day_id": basket.market_day_id,
        "slot": slot,
        "person": shopper.person,
        "name": shopper.name,
        "email": shopper.email,
        "phone": shopper.phone,
        "language": shopper.language,
        "payment_method": payment_method,
        "fund_cents": bill.fund_cents,
        "fund_percent": bill.fund_percent,
        "gift_cents": bill.gift_cents,
        "state": Order.State.AWAITING_PAYMENT,
        "created_at": now,
        "expires_at": now + rules.HOLD,
    }
    digits = 3
    while True:
        order, is_new = Order.objects.get_or_create(
            number=draw_number(digits=digits), defaults=facts
        )
        if is_new:
            return order
        digits = 4


def copy_lines(order: Order, lines: list[BasketLine]) -> None:
    """Each line keeps what it was sold as: a later change of price or name is not its own."""
    collective = Collective.load()
    OrderLine.objects.bulk_create(_copy(order, line, collective=collective) for line in lines)


def copy_notes(order: Order, basket: Basket) -> None:
    """Only words to producers of whom something is ordered."""
    sellers = basket.lines.values("offer__product__producer")
    OrderNote.objects.bulk_create(
        OrderNote(order=order, producer_id=note.producer_id, words=note.words)
        for note in basket.notes.filter(producer__in=sellers)
    )


def _copy(order: Order, line: BasketLine, *, collective: Collective) -> OrderLine:
    product = line.offer.product
    seller = seller_of(product.producer, collective=collective)
    return OrderLine(
        order=order,
        offer=line.offer,
        name=product.name,
        unit=product.unit,
        pack_size=product.pack_size,
        pack_unit=product.pack_unit,
        price_cents=line.offer.price_cents,
        quantity=line.quantity,
        by_weight=product.weighed,
        total_cents=line.total_cents,
        if_short=line.if_short,
        vat_rate=seller.vat_rate(product),
        perishable=product.perishable,
        seller_name=seller.name,
        seller_siret=seller.siret,
        seller_mention=seller.mention,
        settlement=product.producer.settlement,
        account_ref=product.producer.account_ref,
    )
