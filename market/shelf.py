"""An offer, with what a visitor has put of it in their basket."""

from dataclasses import dataclass
from decimal import Decimal

from market.models import Offer


@dataclass(frozen=True, kw_only=True)
class ShelfItem:
    """An offer, how much of it the visitor has chosen, and what went wrong with their last wish."""

    offer: Offer
    chosen: Decimal = Decimal(0)
    trouble: str = ""

    @property
    def less(self) -> str:
        """One step less, as a form sends it."""
        return plain(max(Decimal(0), self.chosen - self.offer.product.step))

    @property
    def more(self) -> str:
        """One step more, as a form sends it."""
        return plain(self.chosen + self.offer.product.step)

    @property
    def has_more(self) -> bool:
        return self.chosen + self.offer.product.step <= self.offer.left


def plain(quantity: Decimal) -> str:
    """ "1.5" or "2": a number for a form, in no language."""
    return f"{quantity.normalize():f}"
