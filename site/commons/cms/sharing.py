"""What a page says to those who do not read it as a page: search engines, and people its link is sent to."""

from dataclasses import dataclass

from commons.cms.cards import Card
from commons.cms.structured import Thing
from commons.places.models import House


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """Given to the templates as ``sharing``; a page without it is told by the words of the house.

    ``things`` are schema.org's, without their context: the template adds it, and the way to the page.
    """

    title: str
    description: str
    card: Card
    things: tuple[Thing, ...] = ()
    kind: str = "website"  # Open Graph's word: "article" for what is dated and signed


def house_card(house: House) -> Card:
    """The picture of pages that have none of their own."""
    return Card(
        kind="maison", key="halle", title=house.name, line=", ".join(house.address.split("\n"))
    )


def load_house_card(_key: str) -> Card:
    return house_card(House.load())
