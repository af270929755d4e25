"""An offer, with what a visitor has put of it in their basket; a product, with what they take at each market."""

from dataclasses import dataclass
from decimal import Decimal

from market import rules
from market.models import Offer, RecurringLine


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


@dataclass(frozen=True)
class WishedItem:
    """A line of a recurring list, and how its product is stepped down and up, as a form sends it."""

    line: RecurringLine

    @property
    def less(self) -> str:
        # By whole steps of now: the product's step may have changed since.
        whole = rules.whole_steps(self.line.quantity, step=self._step)
        below = self.line.quantity - self._step if whole == self.line.quantity else whole
        return plain(max(Decimal(0), below))

    @property
    def more(self) -> str:
        return plain(rules.whole_steps(self.line.quantity, step=self._step) + self._step)

    @property
    def _step(self) -> Decimal:
        return self.line.product.step


def plain(quantity: Decimal) -> str:
    """ "1.5" or "2": a number for a form, in no language."""
    return f"{quantity.normalize():f}"
