"""What is owed, by whom: the lines against what the cards gave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Account:
    """Where the money of an order stands, in cents; each figure is zero or more."""

    to_pay: int  # the lines, as ordered or as weighed, less the fund's part; and a gift
    taken: int  # by card
    given_back: int
    set_aside: int = 0  # on a card, not taken yet

    @property
    def kept(self) -> int:
        return self.taken - self.given_back

    @property
    def due(self) -> int:
        """Still to be paid, at the hall or by another card."""
        return max(0, self.to_pay - self.kept - self.set_aside)

    @property
    def too_much(self) -> int:
        """To give back of what was taken."""
        return max(0, self.kept - self.to_pay)

    @property
    def to_capture(self) -> int:
        """To take of what is set aside."""
        return min(self.set_aside, max(0, self.to_pay - self.kept))


def share_out(
    parts: Mapping[str, int], *, payments: Sequence[tuple[int, int]]
) -> dict[int, dict[str, int]]:
    """Take each account's cents from the payments, the first first: ``{payment: {account: cents}}``.

    ``payments`` are (key, cents that can be passed on). What they do not cover is left out.
    """
    wanted = dict(sorted(parts.items()))
    return {key: _take(wanted, available) for key, available in payments}


def withhold(payments: Sequence[tuple[int, int]], *, cents: int) -> list[tuple[int, int]]:
    """What can be passed on of payments (key, cents) when so many of the first cents stay here."""
    left = []
    for key, available in payments:
        kept = min(cents, available)
        left.append((key, available - kept))
        cents -= kept
    return left


def _take(wanted: dict[str, int], available: int) -> dict[str, int]:
    """Take what is wanted from what is available, and leave in ``wanted`` the rest."""
    taken: dict[str, int] = {}
    for account, cents in wanted.items():
        share = min(cents, available - sum(taken.values()))
        if share:
            taken[account] = share
    for account, share in taken.items():
        wanted[account] -= share
    return taken
