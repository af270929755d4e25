"""Events on their way to the shop, on good days and on bad ones."""

import pytest
from stripe import InvalidRequestError, PaymentIntent, SignatureVerificationError, StripeClient

from tests.workbench.standin_orders import order, pay
from tests.workbench.standin_process import Shop, StandinProcess

PAID = "payment_intent.succeeded"
CREATED = "payment_intent.created"


def test_a_payment_is_told_in_order_and_signed(client: StripeClient, shop: Shop) -> None:
    intent = pay(client, metadata={"order": "7"})
    [letter] = shop.wait_for(PAID)
    event = letter.opened()
    assert isinstance(event.data.object, PaymentIntent)
    assert (event.data.object.id, event.data.object.metadata["order"]) == (intent.id, "7")
    assert event.api_version
    assert event.pending_webhooks == 1
    assert shop.types() == [CREATED, "charge.succeeded", PAID]


def test_an_event_can_be_read_again(client: StripeClient, shop: Shop) -> None:
    pay(client)
    [letter] = shop.wait_for(PAID)
    event = client.v1.events.retrieve(letter.id)
    assert event.type == PAID
    assert [event.id for event in client.v1.events.list({"type": PAID}).data] == [letter.id]


def test_a_refusal_a_refund_and_a_capture_are_told(client: StripeClient, shop: Shop) -> None:
    with pytest.raises(Exception, match="declined"):
        pay(client, "pm_card_chargeDeclined")
    shop.wait_for("charge.failed", "payment_intent.payment_failed")
    held = pay(client, capture_method="manual")
    shop.wait_for("payment_intent.amount_capturable_updated")
    client.v1.payment_intents.capture(held.id)
    client.v1.refunds.create({"payment_intent": held.id, "amount": 100})
    shop.wait_for("charge.captured", PAID, "refund.created", "charge.refunded")


def test_doubled(client: StripeClient, standin: StandinProcess, shop: Shop) -> None:
    standin.control(deliveries={"kind": "double", "type": PAID})
    pay(client)
    first, second = shop.wait_for(PAID, PAID)
    assert first.opened().id == second.opened().id


def test_reordered(client: StripeClient, standin: StandinProcess, shop: Shop) -> None:
    standin.control(
        deliveries={"kind": "reorder", "type": "payment_intent.*", "times": 2, "count": 2}
    )
    pay(client)
    assert [letter.type for letter in shop.wait_for(CREATED, PAID)] == [PAID, CREATED]


def test_held_until_released(client: StripeClient, standin: StandinProcess, shop: Shop) -> None:
    standin.control(deliveries={"kind": "reorder", "type": PAID, "count": 9})
    pay(client)
    shop.wait_for("charge.succeeded")
    assert PAID not in shop.types()
    standin.control(release=True)
    shop.wait_for(PAID)


def test_dropped_then_sent_on_demand(
    client: StripeClient, standin: StandinProcess, shop: Shop
) -> None:
    standin.control(deliveries={"kind": "drop", "type": PAID})
    pay(client)
    shop.wait_for("charge.succeeded")
    assert [row["status"] for row in standin.deliveries() if row["type"] == PAID] == ["dropped"]
    [event] = client.v1.events.list({"type": PAID}).data
    standin.ask("/_standin/redeliver", {"event": event.id})
    [letter] = shop.wait_for(PAID)
    assert letter.id == event.id


def test_delayed(client: StripeClient, standin: StandinProcess, shop: Shop) -> None:
    standin.control(deliveries={"kind": "delay", "type": CREATED, "seconds": 0.4})
    pay(client)
    assert [letter.type for letter in shop.wait_for(CREATED, PAID)] == [PAID, CREATED]


@pytest.mark.parametrize(
    ("kind", "fault"), [("tamper", "No signatures found"), ("stale", "Timestamp outside")]
)
def test_a_wrong_signature_is_found_out(
    client: StripeClient, standin: StandinProcess, shop: Shop, kind: str, fault: str
) -> None:
    standin.control(deliveries={"kind": kind, "type": PAID})
    pay(client)
    [letter] = shop.wait_for(PAID)
    with pytest.raises(SignatureVerificationError, match=fault):
        letter.opened()


def test_a_forged_event_is_not_in_the_books(
    client: StripeClient, standin: StandinProcess, shop: Shop
) -> None:
    standin.control(
        forge={
            "type": PAID,
            "object": {"id": "pi_forged", "object": "payment_intent"},
            "signed": True,
        }
    )
    [letter] = shop.wait_for(PAID)
    assert letter.opened().data.object["id"] == "pi_forged"
    with pytest.raises(InvalidRequestError):
        client.v1.events.retrieve(letter.id)


def test_a_shop_that_fails_is_told_again(
    client: StripeClient, standin: StandinProcess, shop: Shop
) -> None:
    shop.answers += [500]
    client.v1.payment_intents.create(order())
    first, second = shop.wait_for(CREATED, CREATED)
    assert first.id == second.id
    assert client.v1.events.list().data[0].id == first.id


def test_a_control_that_makes_no_sense_is_refused(standin: StandinProcess) -> None:
    for wrong in (
        {"weather": "rain"},
        {"deliveries": {"kind": "rain"}},
        {"calls": {"kind": "lost", "colour": 1}},
    ):
        with pytest.raises(Exception, match="400"):
            standin.control(**wrong)
