"""The fourteen allergens that must be said [INCO, règl. UE 1169/2011, annex II], and « aucun » when it is so."""

from collections.abc import Collection, Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Allergen(models.TextChoices):
    """In the order of the annex. NONE is a statement: whoever sells says that there is none of them."""

    GLUTEN = "gluten", _("gluten")
    CRUSTACEANS = "crustaces", _("crustacés")
    EGGS = "oeufs", _("œufs")
    FISH = "poissons", _("poissons")
    PEANUTS = "arachides", _("arachides")
    SOY = "soja", _("soja")
    MILK = "lait", _("lait")
    NUTS = "fruits-a-coque", _("fruits à coque")
    CELERY = "celeri", _("céleri")
    MUSTARD = "moutarde", _("moutarde")
    SESAME = "sesame", _("sésame")
    SULPHITES = "sulfites", _("sulfites")
    LUPIN = "lupin", _("lupin")
    MOLLUSCS = "mollusques", _("mollusques")
    NONE = "aucun", _("aucun")


ANNEX = tuple(allergen for allergen in Allergen if allergen is not Allergen.NONE)


def are_coherent(codes: Collection[str]) -> bool:
    """« aucun » stands alone."""
    return Allergen.NONE not in codes or len(codes) == 1


def in_order(codes: Collection[str]) -> list[Allergen]:
    """Each once, as the annex lists them."""
    return [allergen for allergen in Allergen if allergen.value in codes]


def say(allergens: Iterable[Allergen]) -> str:
    """ "gluten, œufs", in the reader's language."""
    return ", ".join(str(allergen.label) for allergen in allergens)
