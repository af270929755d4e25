"""Requests the tests of the stand-in share.

They are typed as anything, for many of them are wrong on purpose.
"""

from typing import Any

from stripe import PaymentIntent, StripeClient

BACK = "http://shop.example/retour/?commande=7"


def order(**more: Any) -> Any:
    """Parameters of a payment of 12.34 €."""
    return {"amount": 1234, "currency": "eur", **more}


def pay(client: StripeClient, card: str = "pm_card_visa", **more: Any) -> PaymentIntent:
    """Create and confirm such a payment."""
    return client.v1.payment_intents.create(
        order(confirm=True, return_url=BACK, payment_method=card, **more)
    )


def card_data(number: str) -> Any:
    """`payment_method_data` for a card number."""
    return {
        "type": "card",
        "card": {"number": number, "exp_month": 12, "exp_year": 2040, "cvc": "123"},
    }
