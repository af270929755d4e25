"""The manners of the API: keys, parameters, idempotency, lists."""

import json
import threading
import urllib.error
import urllib.request
from typing import Any

import pytest
from stripe import (
    AuthenticationError,
    CardError,
    IdempotencyError,
    InvalidRequestError,
    StripeClient,
    StripeError,
)

from tests.workbench.standin_orders import BACK, card_data, order, pay
from tests.workbench.standin_process import StandinProcess


def post(standin: StandinProcess, body: str, **headers: str) -> tuple[int, dict[str, Any], Any]:
    """POST a payment intent by hand: status, body, headers."""
    sent = {"Authorization": "Bearer sk_test_demo", **headers}
    request = urllib.request.Request(f"{standin.url}/v1/payment_intents", body.encode(), sent)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer), answer.headers
    except urllib.error.HTTPError as answer:
        return answer.code, json.load(answer), answer.headers


@pytest.mark.parametrize("key", ["sk_test_wrong", "pk_test_demo"])
def test_only_the_secret_key_opens_the_api(standin: StandinProcess, key: str) -> None:
    with pytest.raises(AuthenticationError):
        standin.client(key).v1.payment_intents.create(order())


@pytest.mark.parametrize(
    ("params", "code", "param"),
    [
        ({"colour": "red"}, "parameter_unknown", "colour"),
        (
            {"automatic_payment_methods": {"enabled": True, "x": 1}},
            "parameter_unknown",
            "automatic_payment_methods[x]",
        ),
        ({"currency": None}, "parameter_missing", "currency"),
        ({"amount": "12,34"}, "parameter_invalid_integer", "amount"),
        ({"amount": "1_000"}, "parameter_invalid_integer", "amount"),
        ({"amount": 49}, "amount_too_small", "amount"),
        ({"customer": "cus_nobody"}, "resource_missing", "customer"),
        ({"payment_method": "pm_nothing"}, "resource_missing", "payment_method"),
    ],
)
def test_a_wrong_parameter_is_named(
    client: StripeClient, params: dict[str, Any], code: str, param: str
) -> None:
    sent: Any = {name: value for name, value in order(**params).items() if value is not None}
    with pytest.raises(InvalidRequestError) as refusal:
        client.v1.payment_intents.create(sent)
    assert (refusal.value.code, refusal.value.param, refusal.value.http_status) == (
        code,
        param,
        400,
    )
    assert client.v1.payment_intents.list().data == []


def test_an_unknown_parameter_is_refused_in_stripes_words(client: StripeClient) -> None:
    with pytest.raises(InvalidRequestError, match="Received unknown parameter: colour"):
        client.v1.payment_intents.create(order(colour="red"))


def test_a_confirmation_without_return_url_is_refused(client: StripeClient) -> None:
    with pytest.raises(InvalidRequestError, match="return_url"):
        client.v1.payment_intents.create(order(confirm=True, payment_method="pm_card_visa"))


@pytest.mark.parametrize("path", ["/v1/payment_intents/pi_nothing", "/v1/nothing"])
def test_what_is_not_there_is_404(client: StripeClient, path: str) -> None:
    with pytest.raises(InvalidRequestError) as refusal:
        client.raw_request("get", path)
    assert refusal.value.http_status == 404


def test_the_version_and_the_request_are_named(standin: StandinProcess) -> None:
    _, _, headers = post(standin, "amount=1234&currency=eur", **{"Stripe-Version": "2024-06-20"})
    assert headers["Stripe-Version"] == "2024-06-20"
    assert headers["Request-Id"].startswith("req_")


def test_one_key_has_one_effect(standin: StandinProcess, client: StripeClient) -> None:
    first = post(standin, "amount=1234&currency=eur", **{"Idempotency-Key": "seat-81"})
    second = post(standin, "amount=1234&currency=eur", **{"Idempotency-Key": "seat-81"})
    assert first[1] == second[1]
    assert second[2]["Idempotent-Replayed"] == "true"
    assert second[2]["Original-Request"] == first[2]["Request-Id"]
    assert len(client.v1.payment_intents.list().data) == 1


def test_a_refusal_by_the_bank_is_replayed_too(client: StripeClient) -> None:
    codes = []
    for _ in range(2):
        with pytest.raises(StripeError) as refusal:
            client.v1.payment_intents.create(
                order(confirm=True, return_url=BACK, payment_method="pm_card_chargeDeclined"),
                {"idempotency_key": "declined"},
            )
        codes.append(refusal.value.code)
    assert codes == ["card_declined", "card_declined"]
    assert len(client.v1.charges.list().data) == 1


def test_a_request_that_was_wrong_leaves_its_key_free(client: StripeClient) -> None:
    with pytest.raises(InvalidRequestError):
        client.v1.payment_intents.create(order(colour="red"), {"idempotency_key": "again"})
    assert client.v1.payment_intents.create(order(), {"idempotency_key": "again"}).id


def test_a_key_is_good_for_one_request_only(client: StripeClient) -> None:
    client.v1.payment_intents.create(order(), {"idempotency_key": "seat-81"})
    with pytest.raises(IdempotencyError, match="same parameters"):
        client.v1.payment_intents.create(order(amount=999), {"idempotency_key": "seat-81"})


def test_a_key_in_use_is_a_conflict(standin: StandinProcess) -> None:
    standin.control(calls={"kind": "slow", "seconds": 0.6})
    answers: list[int] = []

    def ask() -> None:
        answers.append(post(standin, "amount=1234&currency=eur", **{"Idempotency-Key": "twice"})[0])

    both = [threading.Thread(target=ask) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(answers) == [200, 409]


def test_lists_come_in_pages_newest_first(client: StripeClient) -> None:
    ids = [client.v1.payment_intents.create(order(amount=100 + n)).id for n in range(5)]
    page = client.v1.payment_intents.list({"limit": 2})
    assert [intent.id for intent in page.data] == [ids[4], ids[3]]
    assert page.has_more
    assert [intent.id for intent in page.auto_paging_iter()] == ids[::-1]


def test_metadata_is_merged_and_removed_key_by_key(client: StripeClient) -> None:
    intent = client.v1.payment_intents.create(order(metadata={"order": "7", "hall": "nord"}))
    after = client.v1.payment_intents.update(intent.id, {"metadata": {"hall": "", "day": "samedi"}})
    assert after.metadata.to_dict() == {"order": "7", "day": "samedi"}


def test_expand_reaches_into_lists(client: StripeClient) -> None:
    pay(client)
    [intent] = client.v1.payment_intents.list(
        {"expand": ["data.latest_charge.payment_method"]}
    ).data
    assert intent.to_dict()["latest_charge"]["payment_method"]["card"]["last4"] == "4242"
    with pytest.raises(InvalidRequestError, match="cannot be expanded"):
        client.v1.payment_intents.list({"expand": ["data.colour"]})


def test_a_browser_needs_the_client_secret_and_sees_less(
    standin: StandinProcess, client: StripeClient
) -> None:
    intent = client.v1.payment_intents.create(order(metadata={"note": "private"}))
    browser = standin.client("pk_test_demo").v1.payment_intents
    wrongs: list[Any] = [{}, {"client_secret": f"{intent.id}_secret_guessed"}]
    for wrong in wrongs:
        with pytest.raises(InvalidRequestError):
            browser.retrieve(intent.id, wrong)
    seen = browser.retrieve(intent.id, {"client_secret": str(intent.client_secret)})
    assert seen.amount == 1234
    assert "metadata" not in seen


def test_a_browser_whose_card_is_declined_sees_no_more(
    standin: StandinProcess, client: StripeClient
) -> None:
    intent = client.v1.payment_intents.create(order(metadata={"note": "private"}))
    params: Any = {"client_secret": intent.client_secret, "return_url": BACK}
    params["payment_method_data"] = card_data("4000000000000002")
    with pytest.raises(CardError) as refusal:
        standin.client("pk_test_demo").v1.payment_intents.confirm(intent.id, params)
    assert "private" not in str(refusal.value.http_body)
