"""Amounts, whole numbers of a currency's smallest unit, as Stripe's messages write them."""

from .errors import invalid

SIGNS = {"eur": "€", "usd": "$", "gbp": "£"}
LEAST = 50
MOST = 99_999_999


def written(amount: int, currency: str) -> str:
    """1234, "eur" → "€12.34"."""
    figure = f"{amount // 100}.{amount % 100:02}"
    sign = SIGNS.get(currency)
    return f"{sign}{figure}" if sign else f"{figure} {currency.upper()}"


def check_charge(amount: int, currency: str) -> None:
    """Stripe charges neither less than €0.50 nor more than €999,999.99."""
    if amount < LEAST:
        message = f"Amount must be at least {written(LEAST, currency)} {currency}"
        raise invalid(message, code="amount_too_small", param="amount")
    if amount > MOST:
        message = f"Amount must be no more than {written(MOST, currency)} {currency}"
        raise invalid(message, code="amount_too_large", param="amount")


def check_currency(currency: str) -> str:
    """A three-letter code with two decimals, in lower case."""
    if currency.lower() not in SIGNS:
        served = ", ".join(SIGNS)
        message = f"Invalid currency: {currency}. These currencies are served: {served}"
        raise invalid(message, param="currency")
    return currency.lower()
