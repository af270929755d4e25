"""What must stand beside a price."""

from dataclasses import dataclass
from decimal import Decimal

from commons.money import to_cents

# Plants whose quality class must be shown [règl. UE 2023/2429, specific marketing standards].
GRADED_PLANTS = frozenset(
    {
        "citron",
        "fraise",
        "kiwi",
        "laitue",
        "nectarine",
        "orange",
        "peche",
        "poire",
        "poivron",
        "pomme",
        "raisin",
        "tomate",
    }
)


@dataclass(frozen=True, kw_only=True)
class MeasurePrice:
    """A price for one kilogram (``kg``) or one litre (``litre``)."""

    cents: int
    measure: str


def grade_is_required(plant_slug: str) -> bool:
    return plant_slug in GRADED_PLANTS


def price_per_measure(
    *, price_cents: int, unit: str, pack_size: Decimal | None, pack_unit: str
) -> MeasurePrice | None:
    """Price per kg or litre; None for what may be sold by piece or bunch without a weight."""
    if unit in ("kg", "litre"):
        return MeasurePrice(cents=price_cents, measure=unit)
    if pack_size is None:
        return None
    return MeasurePrice(cents=to_cents(price_cents / pack_size), measure=pack_unit)
