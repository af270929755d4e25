"""Stripe's test cards and what each of them does [docs.stripe.com/testing].

A number is recognised once, when a payment method is made; afterwards only the card's name is kept.
"""

import time
from dataclasses import dataclass
from typing import Any, Literal

from .errors import card_error
from .vault import Resource


@dataclass(frozen=True)
class Refusal:
    """What the bank answers. `decline_code` is the bank's reason, `code` Stripe's family of reasons."""

    code: str
    decline_code: str
    message: str
    param: str | None = None

    def error(self) -> dict[str, Any]:
        """The fields of a card error."""
        fields = {
            "code": self.code,
            "decline_code": self.decline_code,
            "message": self.message,
            "type": "card_error",
        }
        return fields | ({"param": self.param} if self.param else {})


@dataclass(frozen=True)
class Card:
    """A test card. `challenge` says when it asks for 3-D Secure; `saves` whether it can be kept for later."""

    name: str
    number: str
    brand: str = "visa"
    country: str = "US"
    refusal: Refusal | None = None
    challenge: Literal["never", "always", "unless_set_up"] = "never"
    saves: bool = True
    refund: Literal["succeeded", "pending", "failed"] = "succeeded"

    def asks_challenge(self, *, off_session: bool, set_up: bool) -> bool:
        """Whether the bank wants to see its customer."""
        if self.challenge == "unless_set_up":
            return not (off_session and set_up)
        return self.challenge == "always"


def _declined(decline_code: str, message: str = "Your card was declined.") -> Refusal:
    return Refusal("card_declined", decline_code, message)


GENERIC = _declined("generic_decline")
INSUFFICIENT = _declined("insufficient_funds", "Your card has insufficient funds.")
EXPIRED = Refusal("expired_card", "expired_card", "Your card has expired.", "exp_month")
WRONG_CVC = Refusal(
    "incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect.", "cvc"
)
BROKEN = Refusal(
    "processing_error",
    "processing_error",
    "An error occurred while processing your card. Try again in a little bit.",
)
NOT_A_TEST_CARD = _declined(
    "test_mode_live_card",
    "Your card was declined. Your request was in test mode, but used a non test (live) card.",
)
UNAUTHENTICATED = Refusal(
    "authentication_required",
    "authentication_required",
    "Your card was declined. This transaction requires authentication.",
)

CARDS = (
    Card("visa", "4242424242424242"),
    Card("visa_debit", "4000056655665556"),
    Card("mastercard", "5555555555554444", brand="mastercard"),
    Card("amex", "378282246310005", brand="amex"),
    Card("fr", "4000002500000003", country="FR"),
    Card("bypassPending", "4000000000000077"),
    Card("chargeDeclined", "4000000000000002", refusal=GENERIC, saves=False),
    Card("chargeDeclinedInsufficientFunds", "4000000000009995", refusal=INSUFFICIENT, saves=False),
    Card("chargeDeclinedLostCard", "4000000000009987", refusal=_declined("lost_card"), saves=False),
    Card(
        "chargeDeclinedStolenCard",
        "4000000000009979",
        refusal=_declined("stolen_card"),
        saves=False,
    ),
    Card("chargeDeclinedExpiredCard", "4000000000000069", refusal=EXPIRED, saves=False),
    Card("chargeDeclinedIncorrectCvc", "4000000000000127", refusal=WRONG_CVC, saves=False),
    Card("chargeDeclinedProcessingError", "4000000000000119", refusal=BROKEN, saves=False),
    Card("chargeCustomerFail", "4000000000000341", refusal=GENERIC),
    Card("threeDSecure2Required", "4000000000003220", challenge="always"),
    Card("authenticationRequired", "4000002760003184", challenge="always"),
    Card("authenticationRequiredOnSetup", "4000002500003155", challenge="unless_set_up"),
    Card(
        "threeDSecureRequiredChargeDeclined",
        "4000008400001629",
        challenge="always",
        refusal=GENERIC,
    ),
    Card("pendingRefund", "4000000000007726", refund="pending"),
    Card("refundFail", "4000000000005126", refund="failed"),
)
LIVE = Card("live", "", refusal=NOT_A_TEST_CARD, saves=False)

BY_NAME = {card.name: card for card in (*CARDS, LIVE)}
BY_NUMBER = {card.number: card for card in CARDS}
BRANDS = {"3": "amex", "5": "mastercard", "6": "discover"}


def of(payment_method: Resource) -> Card:
    """The test card behind a payment method."""
    return BY_NAME[payment_method["_card"]]


def named(id: str) -> Card | None:
    """The card meant by `pm_card_visa`, or by the older spelling `pm_card_visa_chargeDeclined`."""
    name = id.removeprefix("pm_card_")
    return BY_NAME.get(name) or BY_NAME.get(name.removeprefix("visa_"))


def recognise(number: str, exp_month: int, exp_year: int, cvc: str | None) -> Card:
    """The card with this number. Checks what Stripe checks before it asks any bank."""
    digits = number.replace(" ", "")
    if not _passes_luhn(digits):
        raise card_error(
            code="incorrect_number", param="number", message="Your card number is incorrect."
        )
    _check_expiry(exp_month, exp_year)
    if cvc is not None and not (cvc.isdecimal() and len(cvc) in (3, 4)):
        raise card_error(
            code="invalid_cvc", param="cvc", message="Your card's security code is invalid."
        )
    return BY_NUMBER.get(digits, LIVE)


def brand(number: str) -> str:
    """The brand told by the first digit."""
    return BRANDS.get(number[:1], "visa")


def _check_expiry(month: int, year: int) -> None:
    if not 1 <= month <= 12:
        message = "Your card's expiration month is invalid."
        raise card_error(code="invalid_expiry_month", param="exp_month", message=message)
    if (year, month) < this_month():
        message = "Your card's expiration year is invalid."
        raise card_error(code="invalid_expiry_year", param="exp_year", message=message)


def this_month() -> tuple[int, int]:
    """The current (year, month), UTC."""
    today = time.gmtime()
    return today.tm_year, today.tm_mon


def _passes_luhn(digits: str) -> bool:
    if not digits.isdecimal() or not 12 <= len(digits) <= 19:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
