"""What whoever sells is told: what a product lacks, why an offer stays as it was."""

from collections.abc import Iterable
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from market.models import Offer, Product
from market.refusals import (
    DayCalledOffError,
    DayHeldError,
    NotSellableError,
    OfferedAlreadyError,
    OfferRefusedError,
    UnderReservedError,
)
from market.rules import Lack
from market.templatetags.amounts import amount


def say_lacks(lacks: Iterable[Lack]) -> str:
    """ "la variété, le taux de TVA"."""
    return ", ".join(str(lack.label) for lack in lacks)


def say_not_sellable(product: Product, lacks: Iterable[Lack]) -> str:
    return _("%(product)s ne peut pas être en vente : il manque %(lacks)s.") % {
        "product": capfirst(product.name),
        "lacks": say_lacks(lacks),
    }


def say_breaks_sale(day: date, lacks: Iterable[Lack]) -> str:
    return _(
        "En vente %(day)s : il manquerait %(lacks)s. Fermez d’abord cette offre, ou complétez."
    ) % {"day": say_day(day), "lacks": say_lacks(lacks)}


def say_under_reserved(offer: Offer) -> str:
    return _("Des commandes ont déjà réservé %(reserved)s : pas moins.") % {
        "reserved": amount(offer.reserved, offer.product.unit)
    }


def say(refusal: OfferRefusedError) -> str:
    """One sentence, with what to do about it."""
    match refusal:
        case NotSellableError():
            return say_not_sellable(refusal.product, refusal.lacks)
        case UnderReservedError():
            return say_under_reserved(refusal.offer)
        case OfferedAlreadyError():
            return _("Ce produit est déjà proposé ce jour-là : changez cette offre.")
        case DayCalledOffError():
            return _("Ce marché est annulé : rien ne s’y vend plus.")
        case DayHeldError():
            return _("Ce marché a eu lieu : plus rien n’y est mis en vente.")
    return str(refusal)
