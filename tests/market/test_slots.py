"""Pick-up slots: a place is given once, kept while a card is awaited, and given back with the order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from commons.notices.models import Message
from commons.payments.models import Refund
from market import actions, queries, transitions
from market.models import Offer, Order, PickUpSlot
from market.refusals import ShortStockError, SlotFullError, SlotMissingError
from market.tasks import release_unpaid_orders
from tests.market.cards import all_that_is_written, pay
from tests.market.factories import AMINA, MarketDayFactory, OfferFactory, basket_of

pytestmark = pytest.mark.django_db

CARD, AT_HALL = Order.PaymentMethod.CARD, Order.PaymentMethod.AT_HALL


@pytest.fixture
def leeks():
    return OfferFactory()


@pytest.fixture
def slot(leeks):
    return slot_of(leeks.market_day, capacity=2)


def slot_of(day, *, capacity, after=0):
    starts_at = day.opens_at + timedelta(minutes=after)
    return PickUpSlot.objects.create(
        market_day=day,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=30),
        capacity=capacity,
    )


def place(offer, slot, method=AT_HALL):
    return actions.place_order(
        basket_id=basket_of((offer, 1)).pk,
        shopper=AMINA,
        payment_method=method,
        seen_total_cents=260,
        now=timezone.now(),
        slot_id=slot.pk if slot else None,
    )


def test_an_order_has_its_slot_and_a_full_one_takes_nobody_more(leeks, slot):
    assert [place(leeks, slot).slot for _order in range(2)] == [slot, slot]
    before = all_that_is_written()
    with pytest.raises(SlotFullError) as full:
        place(leeks, slot)
    assert full.value.slot == slot
    assert all_that_is_written() == before


def test_a_day_without_slots_asks_for_none(leeks):
    assert place(leeks, None).slot is None


def test_a_day_with_slots_wants_one_of_its_own(leeks, slot):
    elsewhere = slot_of(MarketDayFactory(), capacity=5)
    before = all_that_is_written()
    for wrong in (None, elsewhere):
        with pytest.raises(SlotMissingError):
            place(leeks, wrong)
    assert all_that_is_written() == before


def test_one_that_is_gone_is_missing(leeks, slot):
    gone = slot_of(leeks.market_day, capacity=1, after=60)
    pk = gone.pk
    gone.delete()
    gone.pk = pk
    with pytest.raises(SlotMissingError):
        place(leeks, gone)


def test_a_cancelled_order_gives_its_place_back(leeks, slot):
    first, _second = place(leeks, slot), place(leeks, slot)
    actions.cancel_order(order_id=first.pk, now=timezone.now())
    assert place(leeks, slot).slot == slot


def test_an_order_that_waits_for_its_card_keeps_its_place_until_it_expires(leeks, slot, stand_in):
    waiting = place(leeks, slot, CARD)
    place(leeks, slot)
    with pytest.raises(SlotFullError):
        place(leeks, slot)
    Order.objects.filter(pk=waiting.pk).update(expires_at=timezone.now())
    release_unpaid_orders()
    assert place(leeks, slot)


def expired_and_paid_late(order, stand_in, meanwhile):
    """Its time ran out here while its card went through there."""
    transitions.expire(order)
    meanwhile()
    pay(order, stand_in)


def test_paid_late_an_order_comes_back_to_its_place_when_there_is_one(leeks, slot, stand_in):
    order = place(leeks, slot, CARD)
    expired_and_paid_late(order, stand_in, lambda: place(leeks, slot))
    assert order.state == Order.State.PLACED
    assert Offer.objects.get().reserved == 2
    assert queries.slots_with_room(leeks.market_day) == []


def test_paid_late_an_order_whose_place_is_taken_is_paid_back(leeks, slot, stand_in):
    order = place(leeks, slot, CARD)

    def both_places_go():
        place(leeks, slot)
        place(leeks, slot)

    expired_and_paid_late(order, stand_in, both_places_go)
    assert order.state == Order.State.EXPIRED
    assert Refund.objects.get().amount_cents == 260
    assert Message.objects.filter(kind="market.paid-too-late").exists()
    assert Offer.objects.get().reserved == 2


def test_only_slots_with_room_are_shown_in_their_order(leeks, slot):
    early = slot_of(leeks.market_day, capacity=1, after=-30)
    late = slot_of(leeks.market_day, capacity=1, after=30)
    assert queries.slots_with_room(leeks.market_day) == [early, slot, late]
    place(leeks, early)
    assert queries.slots_with_room(leeks.market_day) == [slot, late]


def test_a_line_short_leaves_the_place_free(leeks, slot):
    basket = basket_of((leeks, 2))
    Offer.objects.update(reserved=11)
    with pytest.raises(ShortStockError):
        actions.place_order(
            basket_id=basket.pk,
            shopper=AMINA,
            payment_method=AT_HALL,
            seen_total_cents=520,
            now=timezone.now(),
            slot_id=slot.pk,
        )
    assert not slot.orders.exists()
