"""Refusals, in the words of whoever keeps the stall."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from market import refusals
from market.models import Product
from market.templatetags.amounts import amount

SENTENCES: dict[type[refusals.OrderRefusedError], str] = {
    refusals.BasketEmptyError: _("Votre panier est vide."),
    refusals.BasketJoinedError: _(
        "Votre panier a rejoint celui de votre compte, rien n’est perdu. Relisez-le, puis commandez."
    ),
    refusals.CardRefusedError: _(
        "Ce panier se paie à la halle : choisissez « À la halle, au retrait »."
    ),
    refusals.OrdersClosedError: _(
        "Les commandes sont closes pour ce jour de marché. Rien n’a été réservé."
    ),
    refusals.SlotFullError: _("Ce créneau vient de se remplir : choisissez-en un autre."),
    refusals.SlotMissingError: _("Choisissez quand vous passerez."),
    refusals.WordRefusedError: _(
        "Ce mot n’est pas connu, ou ne sert plus. Relisez-le, ou demandez-en un autre."
    ),
    refusals.WordServedError: _(
        "Ce mot a déjà payé un panier pour ce marché. Il servira de nouveau au prochain."
    ),
    refusals.FundEmptyError: _(
        "La caisse est vide en ce moment. Parlez-en à la halle : on s’arrange."
    ),
    refusals.GiftByCardError: _(
        "Un don se fait par carte : choisissez la carte, ou laissez le don pour une autre fois."
    ),
    refusals.TooLateError: _(
        "Les étals préparent déjà cette commande : elle ne change plus. Écrivez à la halle."
    ),
    refusals.TotalChangedError: _(
        "Un prix ou une quantité a changé : relisez le total, puis confirmez."
    ),
    refusals.WrongQuantityError: _("Cette quantité ne se vend pas : choisissez-en une proposée."),
}


def say_refusal(refusal: refusals.OrderRefusedError) -> list[str]:
    """Sentences that say what happened and what to do."""
    if isinstance(refusal, refusals.ShortStockError):
        return [say_shortage(shortage) for shortage in refusal.shortages]
    return [gettext(SENTENCES[type(refusal)])]


def say_shortage(shortage: refusals.Shortage) -> str:
    product: Product = shortage.product
    if not shortage.left:
        return gettext("%(product)s : il n’en reste plus.") % {"product": product.name}
    return gettext("%(product)s : il ne reste que %(left)s.") % {
        "product": product.name,
        "left": amount(shortage.left, product.unit),
    }
