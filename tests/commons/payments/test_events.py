"""The provider's door: truly signed events through the real view."""

import json
import time

import pytest
from stripe import WebhookSignature

from commons.payments.actions import open_payment
from commons.payments.models import JournalEntry, Payment, ProviderEvent

pytestmark = pytest.mark.django_db

URL = "/paiements/evenements/"


def post(client, event, *, secret="whsec_demo", at=None):
    body = json.dumps(event)
    stamp = int(at or time.time())
    signature = WebhookSignature._compute_signature(f"{stamp}.{body}", secret)
    return client.post(
        URL,
        body,
        content_type="application/json",
        headers={"Stripe-Signature": f"t={stamp},v1={signature}"},
    )


@pytest.fixture
def intent(payment, stand_in):
    return open_payment(payment_id=payment.pk)


def event_of(stand_in, kind):
    return next(
        json.loads(str(event))
        for event in stand_in.client.v1.events.list().data
        if event.type == kind
    )


def test_a_replayed_event_has_one_effect(client, payment, intent, stand_in, trade):
    stand_in.pay(intent.ref)
    event = event_of(stand_in, "payment_intent.succeeded")

    answers = [post(client, event).status_code for _ in range(3)]

    assert answers == [200, 200, 200]
    assert trade.told == [("paid", payment.pk)]
    assert ProviderEvent.objects.count() == 1
    assert JournalEntry.objects.count() == 1


def test_events_in_the_wrong_order_end_where_the_provider_stands(
    client, payment, intent, stand_in, trade
):
    stand_in.pay(intent.ref)
    events = json.loads(str(stand_in.client.v1.events.list()))["data"]
    ours = [e for e in events if e["data"]["object"]["object"] == "payment_intent"]
    assert len(ours) >= 2

    for event in ours:  # the newest first
        assert post(client, event).status_code == 200

    payment.refresh_from_db()
    assert payment.state == Payment.State.SUCCEEDED
    assert trade.told == [("paid", payment.pk)]


@pytest.mark.parametrize(
    "forgery",
    [{"secret": "whsec_somebody_else"}, {"at": time.time() - 3600}],
    ids=["another secret", "an hour old"],
)
def test_a_forged_event_is_refused_without_effect(
    client, payment, intent, stand_in, trade, forgery
):
    stand_in.pay(intent.ref)

    answer = post(client, event_of(stand_in, "payment_intent.succeeded"), **forgery)

    assert answer.status_code == 400
    assert trade.told == []
    assert not ProviderEvent.objects.exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff"])
def test_an_unreadable_event_is_refused(client, body):
    answer = client.post(
        URL, body, content_type="application/json", headers={"Stripe-Signature": "t=1,v1=0"}
    )
    assert answer.status_code == 400


def test_an_event_believed_only_as_far_as_the_provider_confirms(
    client, payment, intent, stand_in, trade
):
    """A signed event that says "succeeded" about an unpaid intent completes nothing."""
    event = event_of(stand_in, "payment_intent.created")
    event["type"] = "payment_intent.succeeded"
    event["data"]["object"]["status"] = "succeeded"

    assert post(client, event).status_code == 200
    assert trade.told == []


def test_the_provider_is_asked_to_come_back_when_it_cannot_be_read(
    client, payment, intent, stand_in, trade, settings
):
    stand_in.pay(intent.ref)
    event = event_of(stand_in, "payment_intent.succeeded")
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"

    assert post(client, event).status_code == 503
    assert not ProviderEvent.objects.exists()
