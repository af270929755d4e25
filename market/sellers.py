"""The seller of record, shown before purchase and kept on each line [C. conso. L.111-7]."""

from dataclasses import dataclass
from decimal import Decimal

from market.models import Collective, Producer, Product, VatRegime


@dataclass(frozen=True, kw_only=True)
class Seller:
    """Who sells, legally: the producer, or the collective for what it buys and resells."""

    name: str
    siret: str
    mention: str
    is_liable_to_vat: bool

    def vat_rate(self, product: Product) -> Decimal:
        """Percentage inside the price; zero for a seller who charges none."""
        return product.vat_rate if self.is_liable_to_vat else Decimal(0)


def seller_of(producer: Producer, *, collective: Collective) -> Seller:
    is_resold = producer.settlement == Producer.Settlement.RESOLD
    seller = collective if is_resold else producer
    return Seller(
        name=seller.legal_name,
        siret=seller.siret,
        mention=seller.vat_mention,
        is_liable_to_vat=seller.vat_regime == VatRegime.LIABLE,
    )
