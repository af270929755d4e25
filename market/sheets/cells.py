"""A cell as it is read and written. Reading raises UnreadableError, whose words say how to write it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from market.rules.allergens import Allergen, in_order

YES = {"oui", "o", "vrai", "x", "1", "yes", "true"}
NO = {"non", "n", "faux", "0", "no", "false", ""}
DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%y")
DIGITS_BEFORE, DIGITS_AFTER = 6, 3

# The words of the file are French, whoever reads the screen: a file made here is read there.
ALLERGENS = {
    "gluten": Allergen.GLUTEN, "crustacés": Allergen.CRUSTACEANS, "œufs": Allergen.EGGS,
    "poissons": Allergen.FISH, "arachides": Allergen.PEANUTS, "soja": Allergen.SOY,
    "lait": Allergen.MILK, "fruits à coque": Allergen.NUTS, "céleri": Allergen.CELERY,
    "moutarde": Allergen.MUSTARD, "sésame": Allergen.SESAME, "sulfites": Allergen.SULPHITES,
    "lupin": Allergen.LUPIN, "mollusques": Allergen.MOLLUSCS, "aucun": Allergen.NONE,
}  # fmt: skip


class UnreadableError(Exception):
    """A cell that says nothing its column can hold."""


def plain(words: str) -> str:
    """ "  Œufs " → "oeufs": what is compared, whoever typed it."""
    whole = words.casefold().replace("œ", "oe").replace("’", "'")
    letters = unicodedata.normalize("NFKD", whole)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def text(cell: str) -> str:
    if "\x00" in cell:
        raise UnreadableError(_("Un caractère illisible s’y cache : retapez cette cellule."))
    return cell


def number(cell: str) -> Decimal | None:
    """ "1,5" or "1.5"; a thousand's space is passed over."""
    if not cell:
        return None
    try:
        value = Decimal(re.sub(r"\s", "", cell).replace(",", "."))
    except InvalidOperation as wrong:
        raise UnreadableError(_("Un nombre, comme 0,5 ou 12.")) from wrong
    is_long = not value.is_finite() or abs(value) >= 10**DIGITS_BEFORE
    if is_long or value != round(value, DIGITS_AFTER):
        raise UnreadableError(_("Un nombre plus court, à trois décimales au plus."))
    return value


def rate(cell: str) -> Decimal:
    value = number(cell.removesuffix("%").strip())
    return Decimal("5.5") if value is None else value


def step(cell: str) -> Decimal:
    value = number(cell)
    return Decimal(1) if value is None else value


def day(cell: str) -> date | None:
    if not cell:
        return None
    for form in DATES:
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day, of no zone
        except ValueError:
            continue
    raise UnreadableError(_("Une date, comme 31/12/2027 ou 2027-12-31."))


def yes_or_no(cell: str) -> bool:
    if plain(cell) in YES:
        return True
    if plain(cell) in NO:
        return False
    raise UnreadableError(_("« oui » ou « non »."))


def months(cell: str) -> list[int]:
    """ "6, 7, 8" → [6, 7, 8]."""
    try:
        return [int(month) for month in re.split(r"[,;\s]+", cell) if month]
    except ValueError as wrong:
        raise UnreadableError(
            _("Des mois de 1 à 12, séparés par des virgules : 6, 7, 8.")
        ) from wrong


def allergens(cell: str) -> list[str]:
    known = {plain(word): code for word, code in ALLERGENS.items()}
    words = [word for word in re.split(r"[,;]+", cell) if word.strip()]
    unknown = [word.strip() for word in words if plain(word) not in known]
    if unknown:
        raise UnreadableError(
            _("« %(word)s » n’est pas un des quatorze ; les voici : %(all)s.")
            % {"word": unknown[0], "all": ", ".join(ALLERGENS)}
        )
    return [code.value for code in in_order([known[plain(word)] for word in words])]


def one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """Reads one of these words as what it stands for; nothing stays nothing."""

    def read(cell: str) -> str:
        if not cell:
            return ""
        for word, value in words.items():
            if plain(cell) in (plain(word), plain(value)):
                return value
        raise UnreadableError(_("Un de ces mots : %(words)s.") % {"words": ", ".join(words)})

    return read


def say(value: Any) -> str:
    """A value as the file writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return str(value)


def say_allergens(codes: list[str]) -> str:
    return ", ".join(word for word, code in ALLERGENS.items() if code.value in codes)


def say_one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    spoken = {value: word for word, value in words.items()}
    return lambda value: spoken.get(value, value)
