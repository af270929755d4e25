"""What is looked for, and what each trade gives back."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

WORD = re.compile(r"\w+")
LONGEST_WISH = 200
MOST_WORDS = 10
MOST = 500  # rows weighed for one kind: nobody reads further, they add a word


def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence, and nothing that PostgreSQL could read as an operator."""
    return tuple(WORD.findall(unicodedata.normalize("NFC", text)))


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The words somebody looks for. ``unfinished``: the last one is still being typed."""

    words: tuple[str, ...]
    unfinished: bool = False

    @classmethod
    def read(cls, text: str, *, unfinished: bool = False) -> "Wanted":
        """The first words of whatever was typed."""
        return cls(words=words_of(text[:LONGEST_WISH])[:MOST_WORDS], unfinished=unfinished)

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, kw_only=True)
class Found:
    """One line of an answer. ``context`` says in one sentence why to open it: a date, a stall, a price."""

    title: str
    url: str
    trade: str = ""
    pictogram: str = ""
    context: str = ""


@dataclass(frozen=True, kw_only=True)
class Finds:
    """Some of what a trade found, the best first, and how much it found in all: from ``MOST`` on, at least."""

    items: Sequence[Found] = field(default_factory=list)
    total: int = 0

    @property
    def is_cut(self) -> bool:
        return self.total >= MOST
