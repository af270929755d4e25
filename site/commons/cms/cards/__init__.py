"""The picture that a shared link shows. Each room of the site says what stands on its own pictures.

An address names an object we know, never words: nobody can have us draw what they like. Its fingerprint
follows what is drawn, so a picture may be kept for ever by whoever fetched it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.core.cache import cache
from django.urls import reverse

KEEP_SECONDS = 30 * 24 * 3600
# Raise it when the hand changes, so that old pictures are drawn again.
HAND = 1


@dataclass(frozen=True, kw_only=True)
class Card:
    """What stands on the picture of one object, in the reader's language.

    ``kind`` and ``key`` find the object again; ``line`` says where and when, in a few words.
    """

    kind: str
    key: str
    title: str
    line: str = ""
    trade: str = ""
    pictogram: str = "halle"

    @cached_property
    def fingerprint(self) -> str:
        """Follows all that is drawn."""
        told = (str(HAND), self.title, self.line, self.trade, self.pictogram)
        return sha256("\0".join(told).encode()).hexdigest()[:16]

    @property
    def address(self) -> str:
        """The path of the picture, in the active language."""
        return reverse("cards:card", args=[self.kind, self.key, self.fingerprint])


Loader = Callable[[str], Card | None]

_loaders: dict[str, Loader] = {}


def register(kind: str, loader: Loader) -> None:
    """Called by an app's ``ready()``. The loader finds an object that anybody may see by its key."""
    if _loaders.setdefault(kind, loader) is not loader:
        raise ValueError(f"two loaders for the kind {kind}")


def find(kind: str, key: str) -> Card | None:
    """The card of an object, or None when there is no such thing, or not for the public."""
    loader = _loaders.get(kind)
    return loader(key) if loader else None


def number(key: str) -> int | None:
    """A key as the number of a row; None for what is none."""
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 10 else None


def picture(card: Card) -> bytes:
    """The card as a PNG, drawn once and kept a month."""
    from commons.cms.cards.drawing import draw

    name = f"card:{card.fingerprint}"
    kept: bytes | None = cache.get(name)
    if kept is None:
        kept = draw(card)
        cache.set(name, kept, KEEP_SECONDS)
    return kept
