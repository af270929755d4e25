"""Short addresses made of French names."""

from collections.abc import Callable
from itertools import count

from django.utils.text import slugify

LONGEST = 100  # leaves room for a number in the 120 characters of the field


def slug_of(*words: str) -> str:
    """ "Œufs, la boîte de 6" → "oeufs-la-boite-de-6": Django drops the ligature, French does not."""
    whole = " ".join(words).replace("œ", "oe").replace("Œ", "Oe")
    return slugify(whole)[:LONGEST].strip("-") or "produit"


def free_slug(name: str, *, beside: str, taken: Callable[[str], bool]) -> str:
    """The name's address; with ``beside`` (the producer's) when another has it, then with a number."""
    alone, both = slug_of(name), slug_of(name, beside)
    candidates = (slug for slug in (alone, both) if not taken(slug))
    numbered = (f"{both}-{number}" for number in count(2))
    return next(candidates, None) or next(slug for slug in numbered if not taken(slug))
