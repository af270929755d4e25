"""What a product is free of, for those whom a crumb of it makes ill."""

from collections.abc import Iterable
from functools import reduce
from operator import and_

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _


class Allergen(TextChoices):
    """The fourteen that must be told [INCO 1169/2011, annex II], by the word of an address."""

    GLUTEN = "gluten", _("gluten")
    CRUSTACEANS = "crustaces", _("crustacés")
    EGGS = "oeufs", _("œufs")
    FISH = "poissons", _("poisson")
    PEANUTS = "arachides", _("arachides")
    SOYA = "soja", _("soja")
    MILK = "lait", _("lait")
    NUTS = "fruits-a-coque", _("fruits à coque")
    CELERY = "celeri", _("céleri")
    MUSTARD = "moutarde", _("moutarde")
    SESAME = "sesame", _("sésame")
    SULPHITES = "sulfites", _("sulfites")
    LUPIN = "lupin", _("lupin")
    MOLLUSCS = "mollusques", _("mollusques")


# The beginnings of words by which a stall's sentence names each.
NAMED_BY = {
    Allergen.GLUTEN: "gluten|bl[ée]|froment|seigle|orge|avoine|[ée]peautre|kamut",
    Allergen.CRUSTACEANS: "crustac|crevette|crabe|[ée]crevisse",
    Allergen.EGGS: "œuf|oeuf",
    Allergen.FISH: "poisson|anchois|truite",
    Allergen.PEANUTS: "arachide|cacahu",
    Allergen.SOYA: "soja",
    Allergen.MILK: "lait|lactose|beurre|fromage|cr[èe]me",
    Allergen.NUTS: "fruits? à coque|noix|noisette|amande|pistache",
    Allergen.CELERY: "c[ée]leri",
    Allergen.MUSTARD: "moutarde",
    Allergen.SESAME: "s[ée]same",
    Allergen.SULPHITES: "sulfite|anhydride",
    Allergen.LUPIN: "lupin",
    Allergen.MOLLUSCS: "mollusque|moule|hu[îi]tre|escargot",
}
UNDERSTOOD = "|".join(("aucun", *NAMED_BY.values()))


def without_allergens(codes: Iterable[str]) -> Q:
    """Offers of what holds none of these: a sentence that names no allergen we know is no promise."""
    understood = Q(product__allergens_fr__iregex=rf"\y({UNDERSTOOD})")
    free = (~Q(product__allergens_fr__iregex=rf"\y({NAMED_BY[Allergen(code)]})") for code in codes)
    return reduce(and_, free, understood)
