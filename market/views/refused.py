"""Refusals, in the words of whoever keeps the stall."""

from django.utils.translation import gettext as _

from market import refusals
from market.models import Product
from market.templatetags.amounts import amount


def say_refusal(refusal: refusals.OrderRefusedError) -> list[str]:
    """Sentences that say what happened and what to do."""
    match refusal:
        case refusals.ShortStockError():
            return [say_shortage(shortage) for shortage in refusal.shortages]
        case refusals.OrdersClosedError():
            return [_("Les commandes sont closes pour ce jour de marché. Rien n’a été réservé.")]
        case refusals.TotalChangedError():
            return [_("Un prix ou une quantité a changé : relisez le total, puis confirmez.")]
        case refusals.CardRefusedError():
            return [_("Ce panier se paie à la halle : choisissez « À la halle, au retrait ».")]
        case refusals.WrongQuantityError():
            return [_("Cette quantité ne se vend pas : choisissez-en une proposée.")]
    return [_("Votre panier est vide.")]


def say_shortage(shortage: refusals.Shortage) -> str:
    product: Product = shortage.product
    if not shortage.left:
        return _("%(product)s : il n’en reste plus.") % {"product": product.name}
    return _("%(product)s : il ne reste que %(left)s.") % {
        "product": product.name,
        "left": amount(shortage.left, product.unit),
    }
