"""What a visitor sees of a day's offers: each with what they have put in their basket."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from market.models import BasketLine, Offer, Producer


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


@dataclass(frozen=True, kw_only=True)
class StallShelf:
    """A stall and its items; ``pitch`` is None for a producer who has no pitch that day."""

    producer: Producer
    pitch: int | None
    items: list[ShelfItem]


def shelves(
    offers: Iterable[Offer],
    *,
    pitches: Mapping[int, int],
    chosen: Iterable[BasketLine],
    troubles: Mapping[int, str],
) -> list[StallShelf]:
    """Offers, which come stall after stall, under the stall that sells them."""
    quantities = {line.offer_id: line.quantity for line in chosen}
    return [
        StallShelf(
            producer=producer,
            pitch=pitches.get(producer.pk),
            items=[
                ShelfItem(
                    offer=offer,
                    chosen=quantities.get(offer.pk, Decimal(0)),
                    trouble=troubles.get(offer.pk, ""),
                )
                for offer in group
            ],
        )
        for producer, group in (
            (producer, list(group))
            for producer, group in groupby(offers, key=lambda offer: offer.product.producer)
        )
    ]


def plain(quantity: Decimal) -> str:
    """ "1.5" or "2": a number for a form, in no language."""
    return f"{quantity.normalize():f}"
