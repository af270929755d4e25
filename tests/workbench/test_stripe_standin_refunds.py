"""Money given back and passed on: refunds, accounts, transfers."""

import pytest
from stripe import InvalidRequestError, StripeClient

from tests.workbench.standin_orders import order, pay
from tests.workbench.standin_process import StandinProcess


def producer(client: StripeClient, standin: StandinProcess) -> str:
    """An account that can be paid."""
    account = client.v1.accounts.create(
        {"type": "express", "country": "FR", "capabilities": {"transfers": {"requested": True}}}
    )
    standin.control(account={"id": account.id})
    return account.id


def test_refunds_in_parts_never_exceed_the_charge(client: StripeClient) -> None:
    paid = pay(client)
    first = client.v1.refunds.create(
        {"payment_intent": paid.id, "amount": 1000, "reason": "requested_by_customer"}
    )
    assert first.status == "succeeded"
    with pytest.raises(
        InvalidRequestError, match=r"greater than unrefunded amount on charge \(€2.34\)"
    ):
        client.v1.refunds.create({"payment_intent": paid.id, "amount": 235})
    assert client.v1.refunds.create({"payment_intent": paid.id}).amount == 234
    with pytest.raises(InvalidRequestError) as refusal:
        client.v1.refunds.create({"payment_intent": paid.id})
    assert refusal.value.code == "charge_already_refunded"
    charge = client.v1.charges.retrieve(str(paid.latest_charge))
    assert (charge.amount_refunded, charge.refunded) == (1234, True)
    assert len(client.v1.refunds.list({"payment_intent": paid.id}).data) == 2


def test_only_what_was_captured_can_be_refunded(client: StripeClient) -> None:
    held = pay(client, capture_method="manual")
    with pytest.raises(InvalidRequestError) as refusal:
        client.v1.refunds.create({"payment_intent": held.id})
    assert refusal.value.code == "payment_intent_unexpected_state"
    client.v1.payment_intents.capture(held.id, {"amount_to_capture": 500})
    assert client.v1.refunds.create({"payment_intent": held.id}).amount == 500


def test_a_bank_may_settle_a_refund_late_or_refuse_it(
    client: StripeClient, standin: StandinProcess
) -> None:
    paid = pay(client, "pm_card_pendingRefund")
    refund = client.v1.refunds.create({"payment_intent": paid.id})
    assert refund.status == "pending"
    standin.control(refund={"id": refund.id, "status": "failed"})
    assert client.v1.refunds.retrieve(refund.id).status == "failed"
    assert client.v1.charges.retrieve(str(paid.latest_charge)).amount_refunded == 0


def test_an_account_is_paid_once_onboarded(client: StripeClient, standin: StandinProcess) -> None:
    account = client.v1.accounts.create(
        {"type": "express", "country": "FR", "capabilities": {"transfers": {"requested": True}}}
    )
    assert not account.charges_enabled
    paid = pay(client)
    transfer = order(destination=account.id, source_transaction=str(paid.latest_charge))
    with pytest.raises(InvalidRequestError) as refusal:
        client.v1.transfers.create(transfer)
    assert refusal.value.code == "insufficient_capabilities_for_transfer"
    link = client.v1.account_links.create(
        {
            "account": account.id,
            "type": "account_onboarding",
            "refresh_url": "http://shop.example/encore/",
            "return_url": "http://shop.example/fini/",
        }
    )
    assert standin.browse(link.url, "")[1] == "http://shop.example/fini/"
    assert client.v1.accounts.retrieve(account.id).charges_enabled


def test_transfers_share_one_charge_and_can_be_reversed(
    client: StripeClient, standin: StandinProcess
) -> None:
    account = producer(client, standin)
    paid = pay(client, transfer_group="order-7")
    transfers = client.v1.transfers
    share = {"destination": account, "source_transaction": str(paid.latest_charge)}
    first = transfers.create(order(amount=800, **share))
    assert first.transfer_group == "order-7"
    with pytest.raises(InvalidRequestError, match="source"):
        transfers.create(order(amount=435, **share))
    transfers.create(order(amount=434, **share))
    assert len(transfers.list({"transfer_group": "order-7"}).data) == 2
    transfers.reversals.create(first.id, {"amount": 300})
    with pytest.raises(InvalidRequestError, match="greater than unreversed"):
        transfers.reversals.create(first.id, {"amount": 501})
    assert transfers.retrieve(first.id).amount_reversed == 300


def test_the_balance_cannot_be_overdrawn(client: StripeClient, standin: StandinProcess) -> None:
    account = producer(client, standin)
    pay(client)
    with pytest.raises(InvalidRequestError) as refusal:
        client.v1.transfers.create({"amount": 1235, "currency": "eur", "destination": account})
    assert refusal.value.code == "balance_insufficient"
    client.v1.transfers.create({"amount": 1200, "currency": "eur", "destination": account})
    assert client.v1.balance.retrieve().available[0].amount == 34
