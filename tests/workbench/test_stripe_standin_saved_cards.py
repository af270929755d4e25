"""Cards kept for later: set up, charged without their holder, never lent to somebody else."""

import pytest
from stripe import CardError, InvalidRequestError, StripeClient

from tests.workbench.standin_orders import BACK, pay
from tests.workbench.standin_process import StandinProcess


def test_a_saved_card_pays_again_without_its_holder(
    client: StripeClient, standin: StandinProcess
) -> None:
    customer = client.v1.customers.create({"email": "lea@example.org"}).id
    setup = client.v1.setup_intents.create(
        {
            "customer": customer,
            "payment_method": "pm_card_authenticationRequiredOnSetup",
            "confirm": True,
            "return_url": BACK,
        }
    )
    assert setup.status == "requires_action"
    standin.browse(
        f"{standin.url}/3ds/{setup.id}", f"client_secret={setup.client_secret}&decision=authorise"
    )
    assert client.v1.setup_intents.retrieve(setup.id).status == "succeeded"
    [card] = client.v1.customers.payment_methods.list(customer).data
    assert pay(client, card.id, customer=customer, off_session=True).status == "succeeded"
    assert pay(client, card.id, customer=customer, off_session=True).status == "succeeded"


def test_a_card_that_wants_its_holder_is_refused_without_them(client: StripeClient) -> None:
    with pytest.raises(CardError) as refusal:
        pay(client, "pm_card_authenticationRequired", off_session=True)
    assert refusal.value.code == "authentication_required"


def test_a_card_without_customer_serves_once(client: StripeClient) -> None:
    card = str(pay(client).payment_method)
    with pytest.raises(InvalidRequestError, match="may not be used again"):
        pay(client, card)


def test_a_declining_card_cannot_be_kept(client: StripeClient) -> None:
    customer = client.v1.customers.create().id
    with pytest.raises(CardError):
        client.v1.payment_methods.attach("pm_card_chargeDeclined", {"customer": customer})
    kept = client.v1.payment_methods.attach("pm_card_visa", {"customer": customer})
    assert client.v1.payment_methods.detach(kept.id).customer is None
