"""Money: integer cents, one rounding function, one splitting function. No float comes near it."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal


def to_cents(amount: Decimal) -> int:
    """Round an amount in cents, held as a Decimal, half up to a whole cent.

    Half up (2.5 → 3, -2.5 → -3) is how invoices round; Python's own ``round`` goes half to even.
    """
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def line_total(*, unit_price_cents: int, quantity: Decimal) -> int:
    """Price of a line in cents: rounded once, here, so that lines, total and VAT split agree."""
    return to_cents(unit_price_cents * quantity)


def vat_included(*, gross_cents: int, rate: Decimal) -> int:
    """Part of VAT, in cents, inside a price that includes it. ``rate`` is a percentage: ``Decimal("5.5")``."""
    return to_cents(gross_cents * rate / (100 + rate))


def split(*, total_cents: int, weights: Sequence[int]) -> list[int]:
    """Share ``total_cents`` in proportion to ``weights`` without losing or making a cent.

    The remaining cents go to the largest remainders, and to the first of equals.
    Raises ValueError when there is nobody to share with, or a weight is negative.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights must be positive, and at least one above zero")
    shares = [total_cents * weight // whole for weight in weights]
    left = total_cents - sum(shares)
    by_remainder = sorted(range(len(weights)), key=lambda i: -(total_cents * weights[i] % whole))
    for index in by_remainder[:left]:
        shares[index] += 1
    return shares
