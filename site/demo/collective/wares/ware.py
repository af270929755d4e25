"""What a product of the demo is made of, with the words that most of them share."""

from collections.abc import Sequence
from dataclasses import dataclass

from market.models import Product
from market.rules import Allergen

Unit = Product.Unit
Shelf = Product.Category


@dataclass(frozen=True)
class Allergens:
    """Some of the fourteen, and what they do not say, in both languages."""

    codes: tuple[str, ...]
    fr: str = ""
    en: str = ""


NO_ALLERGEN = Allergens((Allergen.NONE,))
GLUTEN = Allergens((Allergen.GLUTEN,), "blé", "wheat")
MILK = Allergens((Allergen.MILK,))

COOL = ("Au frais, 4 °C au plus", "Keep cool, 4 °C at most")
CELLAR = ("Dans un endroit frais et sec", "In a cool, dry place")
CUPBOARD = ("À l’abri de la lumière et de la chaleur", "Away from light and heat")


@dataclass(frozen=True, kw_only=True)
class Ware:
    """A product, its price in cents, and how many units a market day has of it.

    ``content`` is the weight or volume of a piece, as ``"0.5 kg"``. Without ``plant`` nor ``season``
    it is sold all year.
    """

    fr: str
    en: str
    shelf: str
    cents: int
    stock: int
    unit: str = Unit.PIECE
    plant: str = ""
    pictogram: str = ""
    content: str = ""
    variety: str = ""
    grade: str = ""
    season: Sequence[int] = ()
    allergens: Allergens = NO_ALLERGEN
    step: str = "1"
    story: tuple[str, str] = ("", "")
    origin: str = "France"
    place: str = "Ain"
    storage: tuple[str, str] = ("", "")
    weighed: bool = False
    keeps: bool = False  # long enough to be sent back
    alcohol: bool = False
    vat: str = "5.50"
    picture: str = ""  # one of those that illustrated.py knows
    is_organic: bool = True  # where its producer is certified
