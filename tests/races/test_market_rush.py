"""A whole neighbourhood wants the same things at the same second, through the real views."""

import random
import re
import sys
import threading
import time
from collections import Counter
from decimal import Decimal
from statistics import quantiles
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from commons.payments.actions import settle_intent
from commons.payments.models import Payment, Refund
from commons.payments.provider import Intent
from market import actions
from market.guards import holding, slots, stock
from market.models import Basket, Offer, Order, PickUpSlot
from market.money import completion, settling
from market.refusals import OrderRefusedError, SlotFullError
from tests.crowd import (
    all_at_once,
    at_once,
    meeting_after,
    meeting_before,
    wait_until_somebody_waits,
)
from tests.market.factories import AMINA, MarketDayFactory, OfferFactory, basket_of, order_of
from tests.races import naive

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CLIENTS, BUNCHES, AT_THE_TILL = 200, 50, 60
AT_A_TIME = 40  # connections, of those that PostgreSQL has
OFFERS, BASKETS, LINES = 100, 64, 8
PLACES, WANTED_BY = 5, 20
AT_HALL = Order.PaymentMethod.AT_HALL
CHECKOUT = "/marche/commander/"


@pytest.fixture
def server():
    """One server for all, warm, as gunicorn's is: a client of a test makes its own, which takes longer than it."""
    client = Client(raise_request_exception=False)
    client.get(reverse("market:basket"))
    return client.handler


def client_of(server):
    client = Client(raise_request_exception=False)
    client.handler = server
    return client


class Watch:
    """How long each request took, and all of them."""

    def __init__(self):
        self.seconds = []
        self.start = time.monotonic()

    def ask(self, request, *given):
        start = time.monotonic()
        answer = request(*given)
        self.seconds.append(time.monotonic() - start)
        return answer

    def tell(self, capsys, what):
        p95 = quantiles(self.seconds, n=20)[-1]
        rate = len(self.seconds) / (time.monotonic() - self.start)
        with capsys.disabled():
            sys.stdout.write(f"\n{what}: {rate:.0f} requests/s, p95 {p95:.2f} s\n")


def in_waves(total, act):
    """Everybody, as many at once as there are connections."""
    results = []
    for first in range(0, total, AT_A_TIME):
        numbers = range(first, min(first + AT_A_TIME, total))
        results += all_at_once(act, numbers)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


def go_to_the_till(watch, client):
    """Hold what is in the basket, then fill in the form and send it: the answers on the way."""
    held = watch.ask(client.post, reverse("market:order_now"))
    if held.headers.get("Location") != reverse("market:checkout"):
        return [held.status_code, "short"]
    page = watch.ask(client.get, CHECKOUT)
    form = dict(
        re.findall(r'name="(basket|seen_total_cents)" value="([^"]*)"', page.content.decode())
    )
    form |= {"name": "Une personne", "email": "p@exemple.fr", "payment_method": "at-hall"}
    return [held.status_code, watch.ask(client.post, CHECKOUT, form).status_code]


def test_two_hundred_clients_on_fifty_bunches(server, capsys):
    offer = OfferFactory(quantity=Decimal(BUNCHES))
    address = offer.market_day.get_absolute_url()
    clients = [client_of(server) for _client in range(CLIENTS)]
    in_waves(CLIENTS, lambda n: clients[n].post(address, {"offer": offer.pk, "quantity": 1}))
    assert Basket.objects.count() == CLIENTS

    watch = Watch()
    answers = in_waves(CLIENTS, lambda n: tuple(go_to_the_till(watch, clients[n])))

    assert Counter(answers) == {(303, 303): BUNCHES, (303, "short"): CLIENTS - BUNCHES}
    assert Order.objects.filter(state=Order.State.PLACED).count() == BUNCHES
    offer.refresh_from_db()
    assert offer.reserved == BUNCHES
    watch.tell(capsys, f"{CLIENTS} clients, {BUNCHES} bunches")


def till_rush(server):
    """More clients than bunches, all before the till with one in the basket: how many were let through."""
    offer = OfferFactory(quantity=Decimal(BUNCHES))
    clients = [client_of(server) for _client in range(AT_THE_TILL)]
    for client in clients:
        client.post(offer.market_day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})
    answers = at_once(AT_THE_TILL, lambda n: clients[n].post(reverse("market:order_now")))
    offer.refresh_from_db()
    through = [answer for answer in answers if answer["Location"] == reverse("market:checkout")]
    return len(through), offer.reserved


def test_the_till_holds_what_there_is(server):
    assert till_rush(server) == (BUNCHES, BUNCHES)


@pytest.mark.usefixtures("no_check_under_it")
def test_without_the_conditional_update_the_till_oversells(server, monkeypatch):
    """The control: all have looked before anybody writes."""
    monkeypatch.setattr(stock, "_take", naive.naive_take)
    with meeting_after(naive, "has_enough", of=AT_THE_TILL):
        assert till_rush(server) == (AT_THE_TILL, AT_THE_TILL)


def test_baskets_that_overlap_in_any_order_neither_oversell_nor_wait_for_each_other(server, capsys):
    """Twice as much is wanted of each offer as there is."""
    day = MarketDayFactory()
    chance = random.Random(7)
    quantity = Decimal(BASKETS * LINES // OFFERS // 2)
    offers = [OfferFactory(market_day=day, quantity=quantity) for _offer in range(OFFERS)]
    clients = [client_of(server) for _basket in range(BASKETS)]
    wanted = [chance.sample(offers, LINES) for _basket in range(BASKETS)]

    def fill(number):
        for offer in wanted[number]:
            clients[number].post(day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})

    in_waves(BASKETS, fill)
    watch = Watch()
    answers = in_waves(BASKETS, lambda n: tuple(go_to_the_till(watch, clients[n])))

    assert set(answers) <= {(303, 303), (303, "short")}
    ordered = Counter(answers)[303, 303]
    assert ordered
    assert Order.objects.filter(state=Order.State.PLACED).count() == ordered
    held = Counter(Order.objects.values_list("lines__offer", flat=True))
    for offer in Offer.objects.all():
        assert offer.reserved == held[offer.pk] <= offer.quantity
    watch.tell(capsys, f"{BASKETS} baskets of {LINES} among {OFFERS} offers")


def test_in_waves_of_random_orders_every_basket_with_enough_for_all_is_placed():
    day = MarketDayFactory()
    chance = random.Random(11)
    offers = [OfferFactory(market_day=day, quantity=Decimal(BASKETS)) for _offer in range(24)]
    baskets = [
        basket_of(*((offer, 1) for offer in chance.sample(offers, LINES)))
        for _basket in range(AT_A_TIME)
    ]

    def hold_then_order(number):
        actions.hold_basket(basket_id=baskets[number].pk, now=timezone.now())
        return order_of(baskets[number], AT_HALL).pk

    assert len(set(at_once(AT_A_TIME, hold_then_order))) == AT_A_TIME
    reserved = sum(Offer.objects.values_list("reserved", flat=True))
    assert reserved == AT_A_TIME * LINES


def place_in(slot, basket):
    return actions.place_order(
        basket_id=basket.pk,
        shopper=AMINA,
        payment_method=AT_HALL,
        seen_total_cents=260,
        now=timezone.now(),
        slot_id=slot.pk,
    )


@pytest.fixture
def slot():
    day = MarketDayFactory()
    return PickUpSlot.objects.create(
        market_day=day, starts_at=day.opens_at, ends_at=day.closes_at, capacity=PLACES
    )


def crowd_wants(slot):
    offer = OfferFactory(market_day=slot.market_day, quantity=Decimal(100))
    baskets = [basket_of((offer, 1)) for _person in range(WANTED_BY)]
    return all_at_once(lambda basket: place_in(slot, basket), baskets)


def test_five_places_of_a_slot_go_to_five(slot):
    results = crowd_wants(slot)
    assert sum(isinstance(result, Order) for result in results) == PLACES
    assert sum(isinstance(result, SlotFullError) for result in results) == WANTED_BY - PLACES
    assert slot.orders.count() == PLACES
    assert Offer.objects.get().reserved == PLACES


def test_without_the_lock_a_slot_takes_everybody(slot, monkeypatch):
    """The control: each counts before any has written."""

    def take_unlocked(*, market_day, slot_id):
        found = PickUpSlot.objects.get(pk=slot_id)
        if not slots.has_room(found):
            raise SlotFullError(found)
        return found

    monkeypatch.setattr(slots, "take", take_unlocked)
    with meeting_after(slots, "has_room", of=WANTED_BY):
        results = crowd_wants(slot)
    assert all(isinstance(result, Order) for result in results)
    assert slot.orders.count() == WANTED_BY > PLACES


def test_holding_ordering_changing_and_cancelling_at_once_never_wait_for_each_other():
    """On the same offers, in opposite orders; what nobody got is still there at the end."""
    day = MarketDayFactory()
    offers = [OfferFactory(market_day=day, quantity=Decimal(60)) for _offer in range(6)]
    ways = (offers, list(reversed(offers)))
    chance = random.Random(3)

    def lines(number):
        return [(offer, 2) for offer in ways[number % 2]]

    held = [basket_of(*lines(number)) for number in range(8)]
    ordered = [basket_of(*lines(number)) for number in range(8)]
    changed = [order_of(basket_of(*lines(number)), AT_HALL) for number in range(8)]
    cancelled = [order_of(basket_of(*lines(number)), AT_HALL) for number in range(4)]

    def change(order):
        keys = list(order.lines.values_list("pk", flat=True))
        chance.shuffle(keys)
        for quantity in (3, 1, 2):
            actions.change_order(
                order_id=order.pk,
                quantities=dict.fromkeys(keys, Decimal(quantity)),
                now=timezone.now(),
            )

    verbs = [
        *(
            lambda one=one: actions.hold_basket(basket_id=one.pk, now=timezone.now())
            for one in held
        ),
        *(lambda one=one: order_of(one, AT_HALL) for one in ordered),
        *(lambda one=one: change(one) for one in changed),
        *(
            lambda one=one: actions.cancel_order(order_id=one.pk, now=timezone.now())
            for one in cancelled
        ),
        lambda: actions.withdraw_producer(
            market_day_id=day.pk, producer_id=offers[0].product.producer_id
        ),
    ]
    results = all_at_once(lambda verb: verb(), verbs)

    faults = [one for one in results if isinstance(one, Exception)]
    assert all(isinstance(one, OrderRefusedError) for one in faults), faults
    for offer in Offer.objects.all():
        kept = sum(
            line.quantity for line in offer.order_lines.filter(order__state=Order.State.PLACED)
        )
        assert offer.reserved == kept + sum(line.held for line in offer.basket_lines.all())


def test_two_devices_that_sign_in_at_once_have_one_basket():
    day = MarketDayFactory()
    offers = [OfferFactory(market_day=day) for _device in range(2)]
    person, visitors = uuid4(), [uuid4() for _device in offers]
    for visitor, offer in zip(visitors, offers, strict=True):
        basket_of((offer, 1), visitor=visitor)

    with meeting_before(holding, "let_go"):  # both have looked: the account has no basket yet
        at_once(2, lambda number: actions.join_baskets(visitor=visitors[number], person_key=person))

    joined = Basket.objects.get(visitor=person)
    assert {line.offer_id for line in joined.lines.all()} == {offer.pk for offer in offers}


def paid(order, *, cents, ref):
    """A card that went through, as its handler will hear of it."""
    payment = Payment.objects.get(subject_id=order.pk, state=Payment.State.PREPARED)
    Payment.objects.filter(pk=payment.pk).update(provider_ref=ref, state=Payment.State.PENDING)
    return Intent(
        ref=ref,
        status="succeeded",
        amount_cents=cents,
        received_cents=cents,
        client_secret="",
        charge_ref="ch",
        error="",
    )


@pytest.fixture
def _no_queue(monkeypatch):
    """Refunds stay written down."""
    monkeypatch.setattr("commons.payments.tasks.send_refund.delay_on_commit", lambda *_: None)
    monkeypatch.setattr("commons.notices.tasks.send_message.delay_on_commit", lambda *_: None)


@pytest.mark.usefixtures("_no_queue")
def test_a_rest_that_is_paid_while_its_order_is_cancelled_goes_back_too(monkeypatch):
    """The cancelling waits for the card that goes through, and then knows of it."""
    offer = OfferFactory()
    order = order_of(basket_of((offer, 2)))
    settle_intent(paid(order, cents=520, ref="pi_first"))
    actions.change_order(
        order_id=order.pk,
        quantities={order.lines.get().pk: Decimal(3)},
        now=timezone.now(),
    )
    assert actions.pay_the_rest(order_id=order.pk).amount_cents == 260
    rest = paid(order, cents=260, ref="pi_rest")

    cancelling = threading.Thread(target=lambda: cancel_elsewhere(order))
    share_out = settling.share_out

    def cancelled_meanwhile(*args):
        """The card's own transaction holds the order here; the cancelling has begun."""
        if threading.current_thread() is threading.main_thread():
            cancelling.start()
            wait_until_somebody_waits()
        share_out(*args)

    monkeypatch.setattr(completion.settling, "share_out", cancelled_meanwhile)
    settle_intent(rest)
    cancelling.join(30)

    order.refresh_from_db()
    assert order.state == Order.State.CANCELLED
    assert sum(Refund.objects.values_list("amount_cents", flat=True)) == 780


def cancel_elsewhere(order):
    try:
        actions.cancel_order(order_id=order.pk, now=timezone.now())
    finally:
        connection.close()
