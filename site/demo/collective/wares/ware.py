"""What a product of the demo is made of, with the words that most of them share."""

from collections.abc import Sequence
from dataclasses import dataclass

from market.models import Product

Unit = Product.Unit
Shelf = Product.Category

NO_ALLERGEN = ("aucun", "none")
GLUTEN = ("gluten (blé)", "gluten (wheat)")
MILK = ("lait", "milk")


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
    allergens: tuple[str, str] = NO_ALLERGEN
    step: str = "1"
    story: tuple[str, str] = ("", "")
    origin: str = "France"
    is_organic: bool = True  # where its producer is certified
