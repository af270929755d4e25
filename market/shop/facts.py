"""What is printed on a crate: all of an offer but its stock, drawn once for everybody who comes by."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commons.cms.spoken import say_price
from market.models import Offer, Product
from market.templatetags.amounts import per_measure

KEPT = 4096  # crates of a few kilobytes each


@dataclass(frozen=True, kw_only=True)
class Crate:
    """Two crates are the same when all that is printed on them is: nothing kept can be out of date."""

    printed: tuple[Any, ...]
    offer: Offer = field(compare=False)
    day: date
    month: int  # of today, which the season's strip rings
    language: str
    names_the_stall: bool


def draw_facts(offer: Offer, *, day: date, names_the_stall: bool) -> SafeString:
    """Everything but the stock and the choice; ``names_the_stall`` where its head does not."""
    product = offer.product
    printed = (
        offer.price_cents,
        getattr(offer, "pitch", None),
        *_values(product),
        *_values(product.producer),
        *(_values(product.plant) if product.plant else ()),
        *(_values(product.picture) if product.picture else ()),
    )
    return _drawn(
        Crate(
            printed=printed,
            offer=offer,
            day=day,
            month=timezone.localdate().month,
            language=get_language(),
            names_the_stall=names_the_stall,
        )
    )


@lru_cache(maxsize=KEPT)
def _drawn(crate: Crate) -> SafeString:
    offer, product = crate.offer, crate.offer.product
    return render_to_string(
        "market/offer_facts.html",
        {
            "product": product,
            "is_organic": product.is_organic_on(crate.day),
            "price": say_price(offer.price_cents),
            "per": say_per(offer),
            "kind": say_kind(product),
            "names_the_stall": crate.names_the_stall,
            "pitch": getattr(offer, "pitch", None),
        },
    )


def say_per(offer: Offer) -> str:
    """ "3,25 € le kg", where the price itself is not by weight or volume."""
    measure = offer.price_per_measure
    if measure is None or offer.product.unit in (Product.Unit.KG, Product.Unit.LITRE):
        return ""
    return f"{say_price(measure.cents)} {per_measure(measure.measure)}"


def say_kind(product: Product) -> str:
    """Variety and class."""
    grade = _("cat. %(grade)s") % {"grade": product.grade} if product.grade else ""
    return " · ".join(filter(None, [product.variety, grade]))


def _values(row: Model) -> tuple[Any, ...]:
    """All the fields of a row, as something that can be compared."""
    plain, lists = _columns(type(row))
    read = row.__dict__.get
    return (*map(read, plain), *(tuple(read(name) or ()) for name in lists))


@lru_cache
def _columns(model: type[Model]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that hold one value, then those that hold several."""
    columns = model._meta.concrete_fields
    lists = tuple(c.attname for c in columns if isinstance(c, ArrayField))
    return tuple(c.attname for c in columns if c.attname not in lists), lists
