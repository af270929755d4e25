"""Amounts as people say them at a stall: « 2 bottes », « 1,5 kg », « la botte »."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import SPACE, say_number

register = template.Library()


@register.filter
def amount(quantity: Decimal, unit: str) -> str:
    """Decimal("1.500"), "kg" → "1,5 kg"; Decimal(2), "bunch" → "2 bottes"."""
    return f"{say_number(quantity)}{SPACE}{counted(quantity, unit)}"


@register.filter
def counted(quantity: Decimal, unit: str) -> str:
    """The unit alone, in the number of ``quantity``: "bottes"."""
    # ngettext wants a whole number; a part of a thing is said like several.
    number = int(quantity) if quantity == int(quantity) else 2
    match unit:
        case "bunch":
            return ngettext("botte", "bottes", number)
        case "pack":
            return ngettext("lot", "lots", number)
        case "piece":
            return ngettext("pièce", "pièces", number)
        case "litre":
            return _("l")
    return _("kg")


@register.filter
def per_measure(measure: str) -> str:
    """What a price per measure is for: "le kg" or "le litre"."""
    return _("le litre") if measure == "litre" else _("le kg")
