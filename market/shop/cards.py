"""An offer as the shop shows it: a page draws dozens, and a template is slow to reckon."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commons.cms.spoken import say_quantity
from market.models import Offer, Producer, Product
from market.shelf import ShelfItem
from market.shop.facts import draw_facts
from market.templatetags.amounts import amount, counted

LOW = 25  # per cent


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What is left of an offer, how much the visitor has, and what their next tap would set."""

    pk: str
    name: str
    share: int  # of the stock, per cent
    stock: str
    chosen: str  # in words; empty when there is none
    less: str
    more: str
    has_more: bool
    said: str  # what one tap adds: "Poireaux, 1 botte"
    trouble: str
    is_low: bool


@dataclass(frozen=True, kw_only=True)
class Card:
    """An offer: its ``facts`` drawn, and the choice that stands under them."""

    offer: Offer
    facts: SafeString
    choice: Choice

    @property
    def paint(self) -> str:
        return self.offer.product.paint

    @property
    def product(self) -> Product:
        return self.offer.product

    @property
    def producer(self) -> Producer:
        return self.offer.product.producer

    @property
    def pitch(self) -> int | None:
        return getattr(self.offer, "pitch", None)


def choice_of(item: ShelfItem) -> Choice:
    offer = item.offer
    product, left = offer.product, offer.left
    name = product.name
    share = round(100 * left / offer.quantity) if offer.quantity else 0
    return Choice(
        pk=str(offer.pk),
        name=name,
        share=share,
        stock=_say_stock(left, product.unit, share <= LOW, get_language()),
        chosen=amount(item.chosen, product.unit) if item.chosen else "",
        less=item.less,
        more=item.more,
        has_more=item.has_more,
        said=f"{name}, {_say_step(product.step, product.unit, get_language())}",
        trouble=item.trouble,
        is_low=share <= LOW,
    )


def card_of(
    offer: Offer,
    *,
    day: date,
    chosen: Mapping[int, Decimal],
    troubles: Mapping[int, str],
    names_the_stall: bool = False,
) -> Card:
    """``chosen`` and ``troubles`` are by offer. The offer comes with its product, its plant and its ``pitch``."""
    item = ShelfItem(
        offer=offer,
        chosen=chosen.get(offer.pk, Decimal(0)),
        trouble=troubles.get(offer.pk, ""),
    )
    facts = draw_facts(offer, day=day, names_the_stall=names_the_stall)
    return Card(offer=offer, facts=facts, choice=choice_of(item))


@lru_cache(maxsize=4096)
def _say_stock(left: Decimal, unit: str, is_low: bool, language: str) -> str:
    """Words for a quantity: the quantity itself is never kept."""
    if not left:
        return _("Épuisé")
    words = _("Plus que %(amount)s") if is_low else _("Reste %(amount)s")
    return words % {"amount": say_quantity(left, counted(left, unit))}


@lru_cache(maxsize=256)
def _say_step(step: Decimal, unit: str, language: str) -> str:
    return amount(step, unit)
