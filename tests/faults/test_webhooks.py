"""What the provider's events make of an order, truly signed and through the real view.

The running stand-in keeps the payments; the test carries its events to our door, so that it decides which come
twice, late, backwards or forged.
"""

import json
import time

import pytest
import stripe
from stripe import WebhookSignature

from commons.notices.models import Message
from commons.payments.actions import open_payment
from commons.payments.models import JournalEntry, Payment, ProviderEvent, Transfer
from market import queries
from market.models import Offer, Order
from market.tasks import release_unpaid_orders
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = [pytest.mark.fault, pytest.mark.django_db]

DOOR = "/paiements/evenements/"


def deliver(client, event, *, secret="whsec_demo", at=None):
    body = json.dumps(event)
    stamp = int(at or time.time())
    signature = WebhookSignature._compute_signature(f"{stamp}.{body}", secret)
    return client.post(
        DOOR,
        body,
        content_type="application/json",
        headers={"Stripe-Signature": f"t={stamp},v1={signature}"},
    ).status_code


def events_of(stand_in):
    """What the stand-in has to tell of intents, newest first."""
    told = [json.loads(str(event)) for event in stand_in.client.v1.events.list().data]
    return [event for event in told if event["data"]["object"]["object"] == "payment_intent"]


def the_event(stand_in, kind):
    return next(event for event in events_of(stand_in) if event["type"] == kind)


@pytest.fixture
def order(stand_in):
    return order_of(basket_of((OfferFactory(), 2)))


@pytest.fixture
def intent(order):
    return open_payment(payment_id=queries.open_payment_of(order).pk)


def assert_confirmed_once(order):
    order.refresh_from_db()
    assert order.state == Order.State.PLACED
    assert Offer.objects.get().reserved == 2
    assert Message.objects.filter(kind="market.receipt").count() == 1
    assert Transfer.objects.count() == 1
    assert JournalEntry.objects.filter(kind=JournalEntry.Kind.CARD_PAYMENT).count() == 1


def test_a_replayed_event_confirms_once(client, order, intent, stand_in):
    stand_in.pay(intent.ref)
    event = the_event(stand_in, "payment_intent.succeeded")
    assert [deliver(client, event) for _ in range(4)] == [200] * 4
    assert_confirmed_once(order)
    assert ProviderEvent.objects.count() == 1


def test_events_that_come_backwards_confirm_once(client, order, intent, stand_in):
    with pytest.raises(stripe.CardError):
        stand_in.pay(intent.ref, card="pm_card_chargeDeclined")
    stand_in.pay(intent.ref)
    newest_first = events_of(stand_in)
    assert newest_first[-1]["type"] == "payment_intent.created"
    assert any(event["type"] == "payment_intent.payment_failed" for event in newest_first)
    assert {deliver(client, event) for event in newest_first} == {200}
    assert_confirmed_once(order)


def test_a_late_refusal_does_not_undo_a_confirmed_order(client, order, intent, stand_in):
    with pytest.raises(stripe.CardError):
        stand_in.pay(intent.ref, card="pm_card_chargeDeclined")
    refusal = the_event(stand_in, "payment_intent.payment_failed")
    stand_in.pay(intent.ref)
    deliver(client, the_event(stand_in, "payment_intent.succeeded"))
    assert deliver(client, refusal) == 200
    assert_confirmed_once(order)


@pytest.mark.parametrize(
    "forgery",
    [{"secret": "whsec_guessed"}, {"at": 1_000_000_000}],
    ids=["another secret", "an old letter"],
)
def test_a_forged_event_has_no_effect(client, order, intent, stand_in, forgery):
    stand_in.pay(intent.ref)
    event = the_event(stand_in, "payment_intent.succeeded")
    assert deliver(client, event, **forgery) == 400
    order.refresh_from_db()
    assert order.state == Order.State.AWAITING_PAYMENT
    assert not ProviderEvent.objects.exists()


def test_a_signed_lie_is_not_believed(client, order, intent, stand_in):
    """The event says paid; the provider, asked again, says not: its word counts, not the letter's."""
    event = the_event(stand_in, "payment_intent.created") | {
        "id": "evt_lie",
        "type": "payment_intent.succeeded",
    }
    event["data"]["object"]["status"] = "succeeded"
    assert deliver(client, event) == 200
    order.refresh_from_db()
    assert order.state == Order.State.AWAITING_PAYMENT


def test_an_event_is_asked_for_again_while_the_provider_cannot_be_read(
    client, order, intent, stand_in, settings
):
    stand_in.pay(intent.ref)
    event = the_event(stand_in, "payment_intent.succeeded")
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    assert deliver(client, event) == 503
    settings.STRIPE_API_BASE = stand_in.url
    assert deliver(client, event) == 200
    assert_confirmed_once(order)


def test_a_cancelled_intent_told_by_the_provider_frees_the_stock(client, order, intent, stand_in):
    stand_in.client.v1.payment_intents.cancel(intent.ref)
    assert deliver(client, the_event(stand_in, "payment_intent.canceled")) == 200
    order.refresh_from_db()
    assert (order.state, Offer.objects.get().reserved) == (Order.State.EXPIRED, 0)


def test_an_event_after_the_sweeper_changes_nothing(client, order, intent, stand_in):
    Order.objects.update(expires_at=order.created_at)
    release_unpaid_orders()
    assert deliver(client, the_event(stand_in, "payment_intent.canceled")) == 200
    order.refresh_from_db()
    assert order.state == Order.State.EXPIRED
    assert Payment.objects.get().state == Payment.State.CANCELLED
    assert Message.objects.filter(kind="market.expired").count() == 1


def test_an_event_about_someone_elses_payment_is_taken_quietly(client, order, stand_in):
    stand_in.client.v1.payment_intents.create({"amount": 900, "currency": "eur"})
    assert deliver(client, the_event(stand_in, "payment_intent.created")) == 200
    order.refresh_from_db()
    assert order.state == Order.State.AWAITING_PAYMENT
