"""Payments: taken, refused, authenticated, held, captured in part, given up."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from stripe import CardError, InvalidRequestError, PaymentIntent, StripeClient, StripeError

from tests.workbench.standin_orders import BACK, card_data, order, pay
from tests.workbench.standin_process import StandinProcess

DECLINES = [
    ("4000000000000002", "chargeDeclined", "card_declined", "generic_decline"),
    ("4000000000009995", "chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"),
    ("4000000000009987", "chargeDeclinedLostCard", "card_declined", "lost_card"),
    ("4000000000000069", "chargeDeclinedExpiredCard", "expired_card", "expired_card"),
    ("4000000000000127", "chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc"),
    ("4000000000000119", "chargeDeclinedProcessingError", "processing_error", "processing_error"),
]


def _error(refusal: StripeError) -> Any:
    """The `error` object as the API sent it."""
    assert isinstance(refusal.json_body, dict)
    return refusal.json_body["error"]


def answer_bank(
    standin: StandinProcess, intent: PaymentIntent, decision: str
) -> dict[str, list[str]]:
    """Open the bank's page as a browser does, press a button, return what the shop gets back."""
    assert intent.next_action
    assert intent.next_action.redirect_to_url
    url = intent.next_action.redirect_to_url.url
    assert url
    page, _ = standin.browse(url)
    assert "12,34\u202f€" in page
    assert ">Autoriser<" in page
    _, back = standin.browse(url, f"client_secret={intent.client_secret}&decision={decision}")
    assert back.startswith("http://shop.example/retour/?commande=7&")
    return parse_qs(urlsplit(back).query)


def test_a_good_card_pays(client: StripeClient) -> None:
    intent = pay(
        client, metadata={"order": "7"}, transfer_group="order-7", expand=["latest_charge"]
    )
    assert intent.status == "succeeded"
    assert intent.amount_received == 1234
    charge = intent.latest_charge
    assert not isinstance(charge, str)
    assert charge is not None
    assert charge.captured
    assert charge.paid
    assert charge.metadata["order"] == "7"
    assert charge.transfer_group == "order-7"
    assert client.v1.charges.retrieve(charge.id).payment_intent == intent.id


def test_the_receipt_of_a_charge_can_be_read(client: StripeClient, standin: StandinProcess) -> None:
    charge = client.v1.charges.retrieve(str(pay(client).latest_charge))
    page, _ = standin.browse(str(charge.receipt_url))
    assert "12,34\u202f€" in page


@pytest.mark.parametrize(("number", "name", "code", "decline_code"), DECLINES)
def test_a_bad_card_is_refused(
    client: StripeClient, number: str, name: str, code: str, decline_code: str
) -> None:
    cards: list[Any] = [
        {"payment_method_data": card_data(number)},
        {"payment_method": f"pm_card_{name}"},
    ]
    for card in cards:
        params: Any = {"return_url": BACK, **card}
        intent = client.v1.payment_intents.create(order())
        with pytest.raises(CardError) as refusal:
            client.v1.payment_intents.confirm(intent.id, params)
        assert refusal.value.http_status == 402
        assert refusal.value.code == code
        assert _error(refusal.value)["decline_code"] == decline_code
        assert _error(refusal.value)["payment_intent"]["id"] == intent.id
        after = client.v1.payment_intents.retrieve(intent.id)
        assert after.status == "requires_payment_method"
        assert after.last_payment_error
        assert after.last_payment_error.code == code
        assert client.v1.charges.retrieve(str(after.latest_charge)).status == "failed"


def test_a_refused_payment_can_be_paid_with_another_card(client: StripeClient) -> None:
    intent = client.v1.payment_intents.create(order())
    with pytest.raises(CardError):
        client.v1.payment_intents.confirm(
            intent.id, {"payment_method": "pm_card_chargeDeclined", "return_url": BACK}
        )
    paid = client.v1.payment_intents.confirm(
        intent.id, {"payment_method": "pm_card_visa", "return_url": BACK}
    )
    assert paid.status == "succeeded"
    assert paid.last_payment_error is None


@pytest.mark.parametrize(
    ("number", "code"),
    [("4242424242424241", "incorrect_number"), ("4111111111111111", "card_declined")],
)
def test_a_number_that_is_no_test_card_is_refused(
    client: StripeClient, number: str, code: str
) -> None:
    intent = client.v1.payment_intents.create(order())
    with pytest.raises(CardError) as refusal:
        client.v1.payment_intents.confirm(
            intent.id, {"payment_method_data": card_data(number), "return_url": BACK}
        )
    assert refusal.value.code == code


@pytest.mark.parametrize("card", ["threeDSecure2Required", "authenticationRequiredOnSetup"])
def test_3d_secure_authorised(client: StripeClient, standin: StandinProcess, card: str) -> None:
    intent = pay(client, f"pm_card_{card}")
    assert intent.status == "requires_action"
    back = answer_bank(standin, intent, "authorise")
    assert back == {
        "commande": ["7"],
        "payment_intent": [intent.id],
        "payment_intent_client_secret": [str(intent.client_secret)],
        "redirect_status": ["succeeded"],
    }
    after = client.v1.payment_intents.retrieve(intent.id, {"expand": ["latest_charge"]})
    assert after.status == "succeeded"
    charge = after.to_dict()["latest_charge"]
    assert charge["payment_method_details"]["card"]["three_d_secure"]["version"]


def test_3d_secure_refused(client: StripeClient, standin: StandinProcess) -> None:
    intent = pay(client, "pm_card_threeDSecure2Required")
    assert answer_bank(standin, intent, "refuse")["redirect_status"] == ["failed"]
    after = client.v1.payment_intents.retrieve(intent.id)
    assert after.status == "requires_payment_method"
    assert after.last_payment_error
    assert after.last_payment_error.code == "payment_intent_authentication_failure"
    assert after.latest_charge is None


def test_3d_secure_authorised_then_declined(client: StripeClient, standin: StandinProcess) -> None:
    intent = pay(client, "pm_card_threeDSecureRequiredChargeDeclined")
    assert answer_bank(standin, intent, "authorise")["redirect_status"] == ["failed"]
    after = client.v1.payment_intents.retrieve(intent.id)
    assert after.last_payment_error
    assert after.last_payment_error.code == "card_declined"


def test_the_banks_page_is_only_for_who_holds_the_client_secret(
    client: StripeClient, standin: StandinProcess
) -> None:
    intent = pay(client, "pm_card_threeDSecure2Required")
    url = f"{standin.url}/3ds/{intent.id}"
    standin.browse(url, "client_secret=guessed&decision=authorise")
    assert client.v1.payment_intents.retrieve(intent.id).status == "requires_action"


def test_a_second_answer_at_the_bank_changes_nothing(
    client: StripeClient, standin: StandinProcess
) -> None:
    intent = pay(client, "pm_card_threeDSecure2Required")
    answer_bank(standin, intent, "authorise")
    url = f"{standin.url}/3ds/{intent.id}"
    standin.browse(url, f"client_secret={intent.client_secret}&decision=refuse")
    assert client.v1.payment_intents.retrieve(intent.id).status == "succeeded"


def test_manual_capture_of_a_part(client: StripeClient) -> None:
    held = pay(client, capture_method="manual")
    assert held.status == "requires_capture"
    assert held.amount_capturable == 1234
    with pytest.raises(InvalidRequestError) as refusal:
        client.v1.payment_intents.capture(held.id, {"amount_to_capture": 1235})
    assert refusal.value.code == "amount_too_large"
    taken = client.v1.payment_intents.capture(held.id, {"amount_to_capture": 1000})
    assert (taken.status, taken.amount, taken.amount_received) == ("succeeded", 1234, 1000)
    charge = client.v1.charges.retrieve(str(taken.latest_charge))
    assert (charge.amount, charge.amount_captured, charge.amount_refunded) == (1234, 1000, 234)
    with pytest.raises(InvalidRequestError) as again:
        client.v1.payment_intents.capture(held.id)
    assert again.value.code == "payment_intent_unexpected_state"


def test_cancel_gives_an_authorisation_back(client: StripeClient) -> None:
    held = pay(client, capture_method="manual")
    gone = client.v1.payment_intents.cancel(
        held.id, {"cancellation_reason": "requested_by_customer"}
    )
    assert (gone.status, gone.amount_capturable) == ("canceled", 0)
    assert client.v1.charges.retrieve(str(gone.latest_charge)).refunded


def test_what_is_paid_can_be_neither_canceled_nor_confirmed_nor_changed(
    client: StripeClient,
) -> None:
    paid = pay(client)
    intents = client.v1.payment_intents
    forbidden: list[Callable[[], object]] = [
        lambda: intents.cancel(paid.id),
        lambda: intents.confirm(paid.id, {"return_url": BACK}),
        lambda: intents.update(paid.id, {"amount": 900}),
    ]
    for attempt in forbidden:
        with pytest.raises(InvalidRequestError) as refusal:
            attempt()
        assert refusal.value.code == "payment_intent_unexpected_state"
        assert _error(refusal.value)["payment_intent"]["status"] == "succeeded"


def test_an_authorisation_expires(client: StripeClient, standin: StandinProcess) -> None:
    held = pay(client, capture_method="manual")
    standin.control(expire=held.id)
    after = client.v1.payment_intents.retrieve(held.id)
    assert (after.status, after.cancellation_reason) == ("canceled", "expired")
