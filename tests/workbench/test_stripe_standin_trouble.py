"""The API on bad days, and the stand-in stopped and started again."""

from pathlib import Path

import pytest
from stripe import APIConnectionError, APIError, StripeClient

from tests.workbench.standin_orders import card_data, order, pay
from tests.workbench.standin_process import Shop, StandinProcess

CALLS = {"path": "/v1/payment_intents", "method": "POST"}


def intents(client: StripeClient) -> int:
    """How many payments there are."""
    return len(client.v1.payment_intents.list().data)


def test_unavailable_once_is_no_harm(standin: StandinProcess, client: StripeClient) -> None:
    standin.control(calls={"kind": "unavailable", **CALLS})
    with pytest.raises(APIError):
        pay(client)
    assert pay(client).status == "succeeded"
    assert intents(client) == 1


def test_an_error_is_remembered_under_its_key(
    standin: StandinProcess, client: StripeClient
) -> None:
    standin.control(calls={"kind": "error", **CALLS})
    for _ in range(2):
        with pytest.raises(APIError):
            client.v1.payment_intents.create(order(), {"idempotency_key": "seat-81"})
    assert intents(client) == 0


def test_a_timeout_did_nothing(standin: StandinProcess, client: StripeClient) -> None:
    standin.control(calls={"kind": "timeout", "seconds": 0.1, **CALLS})
    with pytest.raises(APIConnectionError):
        pay(client)
    assert intents(client) == 0


def test_a_lost_answer_took_the_money(
    standin: StandinProcess, client: StripeClient, shop: Shop
) -> None:
    standin.control(calls={"kind": "lost", **CALLS})
    with pytest.raises(APIConnectionError):
        pay(client)
    assert intents(client) == 1
    shop.wait_for("payment_intent.succeeded")


def test_a_lost_answer_is_found_by_trying_again(standin: StandinProcess) -> None:
    standin.control(calls={"kind": "lost", **CALLS})
    client = standin.client(retries=1)
    assert pay(client).status == "succeeded"
    assert intents(client) == 1


def test_payments_and_undelivered_events_outlive_a_restart(tmp_path: Path) -> None:
    shop = Shop()
    state = tmp_path / "stripe.json"
    first = StandinProcess(webhook_url=shop.url, state=state)
    first.control(deliveries={"kind": "delay", "type": "payment_intent.succeeded", "seconds": 1})
    paid = pay(first.client())
    first.stop()
    second = StandinProcess(webhook_url=shop.url, state=state)
    try:
        assert second.client().v1.payment_intents.retrieve(paid.id).status == "succeeded"
        shop.wait_for("payment_intent.succeeded")
    finally:
        second.stop()
        shop.shutdown()
        shop.server_close()


def test_no_card_number_is_logged_or_kept(tmp_path: Path) -> None:
    state = tmp_path / "stripe.json"
    standin = StandinProcess(state=state)
    client = standin.client()
    card = client.v1.payment_methods.create(card_data("4242424242424242"))
    intent = pay(client, card.id)
    log = standin.stop()
    assert "POST /v1/payment_methods 200" in log
    assert str(intent.client_secret) not in log
    for text in (log, state.read_text()):
        assert "4242424242424242" not in text
