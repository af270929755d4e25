"""The platform's balance. Captured money is available at once and no fee is taken: see README.md."""

from .calls import Call, Route, route
from .vault import Resource, Vault


def retrieve(call: Call) -> Resource:
    """What the platform holds, in euros."""
    amount = available(call.vault, "eur")
    money = {"amount": amount, "currency": "eur", "source_types": {"card": amount}}
    nothing = {"amount": 0, "currency": "eur", "source_types": {"card": 0}}
    return {"object": "balance", "available": [money], "livemode": False, "pending": [nothing]}


def available(vault: Vault, currency: str) -> int:
    """Cents captured, less what was refunded and passed on."""
    taken = sum(charge["amount_captured"] for charge in vault.every("charge", currency=currency))
    given_back = sum(
        refund["amount"]
        for refund in vault.every("refund", currency=currency)
        if refund["status"] != "failed"
    )
    passed_on = sum(
        transfer["amount"] - transfer["amount_reversed"]
        for transfer in vault.every("transfer", currency=currency)
    )
    return int(taken - given_back - passed_on)


ROUTES: list[Route] = [route("GET", "/v1/balance", retrieve)]
