"""Filling a basket and ordering it."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from commons.notices.models import Message
from commons.payments.models import Payment
from market import actions
from market.models import Collective, Offer, Order, OrderLine, Producer
from market.money.settling import account_of
from market.refusals import (
    BasketEmptyError,
    CardRefusedError,
    OrdersClosedError,
    ShortStockError,
    TotalChangedError,
    WrongQuantityError,
)
from tests.market.factories import (
    AMINA,
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db

CARD, AT_HALL = Order.PaymentMethod.CARD, Order.PaymentMethod.AT_HALL


def place(basket, *, method=CARD, total=260, now=None):
    return actions.place_order(
        basket_id=basket.pk,
        shopper=AMINA,
        payment_method=method,
        seen_total_cents=total,
        now=now or timezone.now(),
    )


def set_line(offer, quantity, **given):
    return actions.set_basket_line(
        **{
            "visitor": uuid4(),
            "offer_id": offer.pk,
            "quantity": Decimal(str(quantity)),
            "now": timezone.now(),
        }
        | given
    )


def test_a_line_is_set_never_added():
    offer, visitor = OfferFactory(), uuid4()
    set_line(offer, 2, visitor=visitor)
    basket = set_line(offer, 3, visitor=visitor)
    assert basket.lines.get().quantity == 3
    set_line(offer, 0, visitor=visitor)
    assert not basket.lines.exists()


def test_a_line_is_refused_beyond_what_is_left_outside_the_window_and_between_steps():
    offer = OfferFactory(quantity=Decimal(3), product__step=Decimal("0.5"))
    with pytest.raises(ShortStockError) as short:
        set_line(offer, 4)
    assert short.value.shortages[0].left == 3
    with pytest.raises(WrongQuantityError):
        set_line(offer, "0.7")
    with pytest.raises(OrdersClosedError):
        set_line(offer, 1, now=offer.market_day.orders_close_at)


def test_a_line_can_be_taken_out_after_the_window_closed():
    offer, visitor = OfferFactory(), uuid4()
    basket = set_line(offer, 2, visitor=visitor)
    set_line(offer, 0, visitor=visitor, now=offer.market_day.orders_close_at)
    assert not basket.lines.exists()


def test_an_order_paid_at_the_hall_is_confirmed_at_once():
    offer = OfferFactory()
    order = place(basket_of((offer, 2)), method=AT_HALL, total=520)

    assert order.state == Order.State.PLACED
    offer.refresh_from_db()
    assert offer.reserved == 2
    assert not Payment.objects.exists()
    assert Message.objects.get().kind == "market.receipt"
    assert account_of(order).due == 520


def test_an_order_paid_by_card_waits_with_its_stock_held():
    offer = OfferFactory()
    order = place(basket_of((offer, 2)), total=520)

    assert order.state == Order.State.AWAITING_PAYMENT
    offer.refresh_from_db()
    assert offer.reserved == 2
    attempt = Payment.objects.get()
    assert (attempt.state, attempt.amount_cents) == (Payment.State.PREPARED, 520)
    assert order.number in attempt.description
    assert not Message.objects.exists()


def test_placing_twice_gives_the_same_order():
    offer = OfferFactory()
    basket = basket_of((offer, 1))
    first = place(basket)
    assert place(basket) == first
    offer.refresh_from_db()
    assert offer.reserved == 1


def test_after_an_order_the_same_visitor_can_fill_another_basket():
    offer, visitor = OfferFactory(), uuid4()
    first = basket_of((offer, 1), visitor=visitor)
    place(first)
    second = basket_of((offer, 1), visitor=visitor)
    assert second != first
    assert place(second).pk


def test_what_is_short_is_named_and_nothing_at_all_is_written():
    day = MarketDayFactory()
    scarce, plenty = OfferFactory(market_day=day, quantity=Decimal(3)), OfferFactory(market_day=day)
    basket = basket_of((scarce, 3), (plenty, 1))
    Offer.objects.filter(pk=scarce.pk).update(reserved=2)

    with pytest.raises(ShortStockError) as short:
        place(basket, total=4 * 260)

    (shortage,) = short.value.shortages
    assert (shortage.product, shortage.wanted, shortage.left) == (scarce.product, 3, 1)
    plenty.refresh_from_db()
    assert plenty.reserved == 0
    assert not Order.objects.exists()
    basket.refresh_from_db()
    assert basket.ordered_at is None


def test_a_withdrawn_offer_is_short():
    offer = OfferFactory()
    basket = basket_of((offer, 1))
    Offer.objects.update(on_sale=False)
    with pytest.raises(ShortStockError):
        place(basket)


def test_the_window_counts_when_the_order_is_placed():
    basket = basket_of((OfferFactory(), 1))
    closing = basket.market_day.orders_close_at
    with pytest.raises(OrdersClosedError):
        place(basket, now=closing)
    assert place(basket, now=closing - timedelta(seconds=1)).expires_at > closing


def test_a_changed_total_is_shown_before_it_binds():
    offer = OfferFactory()
    basket = basket_of((offer, 1))
    Offer.objects.update(price_cents=300)
    with pytest.raises(TotalChangedError):
        place(basket, total=260)
    assert place(basket, total=300).total_cents == 300


def test_an_empty_basket_is_not_an_order():
    offer, visitor = OfferFactory(), uuid4()
    basket_of((offer, 1), visitor=visitor)
    with pytest.raises(BasketEmptyError):
        place(basket_of((offer, 0), visitor=visitor), total=0)


def test_the_card_is_refused_when_a_stall_is_paid_on_the_spot():
    producer = ProducerFactory(settlement=Producer.Settlement.AT_STALL, account_ref="")
    basket = basket_of((OfferFactory(product=ProductFactory(producer=producer)), 1))
    with pytest.raises(CardRefusedError):
        place(basket)
    assert place(basket, method=AT_HALL).state == Order.State.PLACED


def test_a_line_keeps_its_own_copy_of_what_was_promised():
    product = ProductFactory(name_fr="Poireaux")
    offer = OfferFactory(product=product)
    order = order_of(basket_of((offer, 2)))

    Offer.objects.update(price_cents=999)
    product.name_fr, product.producer.legal_name = "Navets", "Autre"
    product.save()
    product.producer.save()

    line = OrderLine.objects.get(order=order)
    assert (line.name, line.price_cents, line.total_cents) == ("Poireaux", 260, 520)
    assert line.seller_name.startswith("EARL Ferme des Buis")
    assert line.vat_rate == Decimal("5.5")


def test_the_seller_of_what_is_resold_is_the_collective():
    collective = Collective.load()
    collective.legal_name, collective.siret = "Association Halle & Jardins", "900"
    collective.save()
    producer = ProducerFactory(settlement=Producer.Settlement.RESOLD, account_ref="")
    order = order_of(basket_of((OfferFactory(product=ProductFactory(producer=producer)), 1)))
    line = order.lines.get()
    assert (line.seller_name, line.seller_siret) == ("Association Halle & Jardins", "900")


def test_a_seller_outside_vat_charges_none_and_says_so():
    producer = ProducerFactory(vat_regime="franchise", vat_mention="TVA non applicable")
    order = order_of(basket_of((OfferFactory(product=ProductFactory(producer=producer)), 1)))
    line = order.lines.get()
    assert (line.vat_rate, line.seller_mention) == (0, "TVA non applicable")


def test_a_number_already_taken_is_drawn_again(monkeypatch):
    day = MarketDayFactory()
    drawn = iter(["POIRE-482", "POIRE-482", "FIGUE-2345"])
    monkeypatch.setattr("market.orders.draw_number", lambda **_: next(drawn))
    numbers = [order_of(basket_of((OfferFactory(market_day=day), 1))).number for _ in range(2)]
    assert numbers == ["POIRE-482", "FIGUE-2345"]


def test_cancelling_gives_the_stock_back_once():
    offer = OfferFactory()
    order = order_of(basket_of((offer, 2)), AT_HALL)
    for _ in range(2):
        actions.cancel_order(order_id=order.pk, now=timezone.now())
    order.refresh_from_db()
    offer.refresh_from_db()
    assert (order.state, offer.reserved) == (Order.State.CANCELLED, 0)
    assert Message.objects.filter(kind="market.cancelled").count() == 1
