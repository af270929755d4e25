"""Writes the wares down as products of their producers, with every fact the law asks for."""

from datetime import date
from decimal import Decimal

from commons.plants.models import Plant
from demo.collective import illustrated
from demo.collective.producers import SELLERS
from demo.collective.wares import WARES
from demo.collective.wares.ware import Ware
from market.models import Producer, Product
from market.slugs import slug_of

CERTIFIERS = {seller.slug: seller.certifier for seller in SELLERS}


def lay(producers: dict[str, Producer], *, today: date) -> None:
    """Each product once. A plant whose sheet is not loaded is left out: the product has no season then."""
    plants = {plant.slug: plant for plant in Plant.objects.all()}
    certificate_until = date(today.year + 1, 12, 31)
    Product.objects.bulk_create(
        (
            _product(
                ware,
                producer=producers[slug],
                plant=plants.get(ware.plant),
                certificate_until=certificate_until,
            )
            for slug, wares in WARES.items()
            for ware in wares
        ),
        ignore_conflicts=True,
    )


def _product(
    ware: Ware, *, producer: Producer, plant: Plant | None, certificate_until: date
) -> Product:
    size, _space, measure = ware.content.partition(" ")
    certifier = CERTIFIERS[producer.slug] if ware.is_organic else ""
    return Product(
        producer=producer,
        plant=plant,
        name_fr=ware.fr,
        name_en=ware.en,
        slug=slug_of(ware.fr),
        description_fr=ware.story[0],
        description_en=ware.story[1],
        category=ware.shelf,
        unit=ware.unit,
        step=Decimal(ware.step),
        pack_size=Decimal(size) if size else None,
        pack_unit=measure,
        origin=ware.origin,
        origin_place=ware.place,
        grade=ware.grade,
        variety=ware.variety,
        allergen_codes=list(ware.allergens.codes),
        allergens_fr=ware.allergens.fr,
        allergens_en=ware.allergens.en,
        storage_fr=ware.storage[0],
        storage_en=ware.storage[1],
        weighed=ware.weighed,
        perishable=not ware.keeps,
        alcohol=ware.alcohol,
        vat_rate=Decimal(ware.vat),
        picture=illustrated.picture(ware.picture) if ware.picture else None,
        organic=bool(certifier),
        certifier=certifier,
        certificate_until=certificate_until if certifier else None,
        own_season=list(ware.season),
        pictogram=ware.pictogram,
    )
