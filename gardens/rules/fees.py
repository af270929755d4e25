"""What a season costs a household. All amounts are whole cents."""

from collections.abc import Collection

HIGHEST_FEE = 50_000  # above, a finger slipped


class FeeRefusedError(Exception):
    """The amount is below the floor, above all sense, or on no tier; ``floor_cents`` says the least."""

    def __init__(self, *, floor_cents: int) -> None:
        super().__init__(f"at least {floor_cents}")
        self.floor_cents = floor_cents


def fee(*, kind: str, floor_cents: int, tiers: Collection[int], chosen_cents: int | None) -> int:
    """The fee of a household that chose an amount, or a tier's. Raises FeeRefusedError."""
    if kind == "none":
        return 0
    if chosen_cents is None:
        raise FeeRefusedError(floor_cents=floor_cents)
    if kind == "tiers" and chosen_cents not in tiers:
        raise FeeRefusedError(floor_cents=min(tiers, default=0))
    if kind == "choice" and not floor_cents <= chosen_cents <= HIGHEST_FEE:
        raise FeeRefusedError(floor_cents=floor_cents)
    return chosen_cents
