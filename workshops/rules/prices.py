"""What a seat costs. All amounts are whole cents."""

from collections.abc import Collection
from datetime import datetime, timedelta

REFUNDED_UNTIL = timedelta(hours=48)  # before the start; called off by us, always


class PriceNotOnListError(Exception):
    """The price asked for is none of those that the workshop proposes."""


MOST_FREELY_GIVEN = 20_000


def seat_price(
    *, kind: str, price_cents: int, tiers: Collection[int], chosen_cents: int | None
) -> int:
    """The price of one seat. ``chosen_cents`` is the person's free choice, or the tier they took.

    Raises PriceNotOnListError for a tier nobody proposes, or an amount below zero or absurd.
    """
    if kind == "free":
        return 0
    if kind == "fixed":
        return price_cents
    chosen = price_cents if chosen_cents is None else chosen_cents
    if kind == "tiers" and chosen not in tiers:
        raise PriceNotOnListError(chosen)
    if not 0 <= chosen <= MOST_FREELY_GIVEN:
        raise PriceNotOnListError(chosen)
    return chosen


def refunded_until(*, starts_at: datetime, moved_at: datetime | None = None) -> datetime:
    """Until when a seat given back is paid back: it can still serve somebody else.

    A move gives as long to think it over: who cannot come to the new date or place is paid back, were it
    announced on the eve.
    """
    usual = starts_at - REFUNDED_UNTIL
    if moved_at is None:
        return usual
    return max(usual, min(moved_at + REFUNDED_UNTIL, starts_at))


def is_refunded(*, until: datetime | None, at: datetime) -> bool:
    """Whether a seat given back now is paid back."""
    return until is None or at <= until
