"""What must stand beside a price, and what a product lacks before it may be sold."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.money import to_cents
from market.rules.allergens import are_coherent

if TYPE_CHECKING:
    from market.models import Product

# Plants whose quality class must be shown: those with a specific marketing standard [règl. délégué UE
# 2023/2429, art. 4 and annex I, part B]. Of the citrus, lemons, mandarins and oranges only; of the endives,
# the curled and the broad-leaved, not the chicory that France calls « endive ». Its bananas are left out:
# they are graded before they reach a stall.
GRADED_PLANTS = frozenset(
    {
        "chicoree-frisee",
        "citron",
        "clementine",
        "fraise",
        "kiwi",
        "laitue",
        "mandarine",
        "nectarine",
        "orange",
        "peche",
        "poire",
        "poivron",
        "pomme",
        "raisin",
        "scarole",
        "tomate",
    }
)
# Those whose variety must be shown: by the same standards, and potatoes [arrêté du 3 mars 1997].
NAMED_PLANTS = frozenset({"orange", "poire", "pomme", "pomme-de-terre", "raisin"})

# Shelves of fresh produce, where the class counts: a jam of strawberries has none.
FRESH_PRODUCE = frozenset({"fruits", "legumes"})
# Shelves where a piece may be sold without its weight: a lettuce, a plant in its pot.
SOLD_BY_THE_PIECE = FRESH_PRODUCE | {"aromatiques", "plants"}
NOT_FOOD = frozenset({"plants"})

VAT_RATES = [
    (Decimal("5.50"), _("5,5 % : alimentation")),
    (Decimal("10.00"), _("10 % : à manger tout de suite, plants et fleurs")),
    (Decimal("20.00"), _("20 % : alcool, confiseries, le reste")),
    (Decimal("2.10"), _("2,1 % : cas particuliers")),
]


class Lack(models.TextChoices):
    """What a product lacks, under the name of the field that would say it."""

    NAME = "name_fr", _("le nom")
    UNIT = "unit", _("l’unité de vente")
    CONTENT = "pack_size", _("le contenu, pour le prix au kilo ou au litre")
    ORIGIN = "origin", _("le pays d’origine")
    GRADE = "grade", _("la catégorie de qualité (Extra, I ou II)")
    VARIETY = "variety", _("la variété")
    ALLERGENS = "allergen_codes", _("les allergènes, ou « aucun »")
    CERTIFICATE = "certificate_until", _("un certificat bio encore valable ce jour-là")
    VAT = "vat_rate", _("le taux de TVA")
    ALCOHOL = "alcohol", _("l’accord de la halle pour vendre de l’alcool")


@dataclass(frozen=True, kw_only=True)
class MeasurePrice:
    """A price for one kilogram (``kg``) or one litre (``litre``)."""

    cents: int
    measure: str


def grade_is_required(plant_slug: str) -> bool:
    return plant_slug in GRADED_PLANTS


def missing_facts(product: "Product", *, on: date, alcohol_allowed: bool = True) -> list[Lack]:
    """What keeps a product off the stalls on a day: what the law asks and it does not say [INCO art. 9 and 14].

    Reads ``product.plant``. ``alcohol_allowed`` is the hall's own choice.
    """
    plant = product.plant.slug if product.plant and product.category in FRESH_PRODUCE else ""
    certified = product.certificate_until is not None and on <= product.certificate_until
    lacks = {
        Lack.NAME: not product.name_fr.strip(),
        Lack.UNIT: not product.unit,
        Lack.CONTENT: _lacks_content(product),
        Lack.ORIGIN: not product.origin.strip(),
        Lack.GRADE: plant in GRADED_PLANTS and not product.grade.strip(),
        Lack.VARIETY: plant in NAMED_PLANTS and not product.variety.strip(),
        Lack.ALLERGENS: product.category not in NOT_FOOD and not product.allergen_codes,
        Lack.CERTIFICATE: product.organic and not certified,
        Lack.VAT: product.vat_rate not in {rate for rate, _words in VAT_RATES},
        Lack.ALCOHOL: product.alcohol and not alcohol_allowed,
    }
    return [lack for lack, is_lacking in lacks.items() if is_lacking]


def _lacks_content(product: "Product") -> bool:
    """A bunch and a fresh piece may do without; a jar, a loaf or a pack may not [arrêté du 16 novembre 1999]."""
    if product.pack_size is not None:
        return False
    loose = product.category in SOLD_BY_THE_PIECE
    return product.unit == "pack" or (product.unit == "piece" and not loose)


def contradictions(product: "Product") -> dict[str, str]:
    """What its facts say against each other, by field: nobody may write that down, on sale or not."""
    has_unit, has_size = bool(product.pack_unit), product.pack_size is not None
    found = {
        "step": (product.step <= 0, _("On commande par un pas plus grand que zéro.")),
        "pack_unit": (
            has_unit != has_size,
            _("Un contenu se dit avec son unité, kg ou litre."),
        ),
        "pack_size": (
            (product.pack_size is not None and product.pack_size <= 0)
            or (product.unit == "pack" and not has_size),
            _("Un lot dit son poids ou son volume."),
        ),
        "certifier": (
            product.organic and not (product.certifier and product.certificate_until),
            _("« Bio » demande un organisme certificateur et une date de certificat."),
        ),
        "weighed": (
            product.weighed and product.unit != "kg",
            _("Seul ce qui se vend au kilo se pèse à la halle."),
        ),
        "allergen_codes": (
            not are_coherent(product.allergen_codes),
            _("« aucun » se coche seul."),
        ),
        "own_season": (
            not set(product.own_season) <= set(range(1, 13)),
            _("Les mois vont de 1 à 12."),
        ),
    }
    return {field: str(words) for field, (is_wrong, words) in found.items() if is_wrong}


def price_per_measure(
    *, price_cents: int, unit: str, pack_size: Decimal | None, pack_unit: str
) -> MeasurePrice | None:
    """Price per kg or litre; None for what may be sold by piece or bunch without a weight."""
    if unit in ("kg", "litre"):
        return MeasurePrice(cents=price_cents, measure=unit)
    if pack_size is None:
        return None
    return MeasurePrice(cents=to_cents(price_cents / pack_size), measure=pack_unit)
