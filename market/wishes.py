"""What a shopper asks of a day's page, as its address says it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from commons.finding.found import LONGEST_WISH
from market.models import Product
from market.rules.allergens import ANNEX


class Grouping(TextChoices):
    """Under which heads the offers stand: the first when the address does not say."""

    STALL = "etal", _("par étal")
    CATEGORY = "rayon", _("par rayon")
    SEASON = "saison", _("par saison")


DISTANCES = (5, 10, 20, 30, 50)  # kilometres


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """Empty, it asks for all there is. ``producer`` is a slug, ``without`` holds codes of Allergen."""

    grouping: str = Grouping.STALL
    words: str = ""
    category: str = ""
    producer: str = ""
    organic: bool = False
    in_season: bool = False
    within_km: int | None = None
    without: tuple[str, ...] = ()

    @classmethod
    def read(cls, asked: QueryDict) -> Self:
        """What makes no sense in an address is left out of the wishes."""
        km = asked.get("km", "")
        return cls(
            grouping=_one_of(Grouping.values, asked.get("par", "")) or Grouping.STALL,
            words=" ".join(asked.get("q", "")[:LONGEST_WISH].split()),
            category=_one_of(Product.Category.values, asked.get("rayon", "")),
            producer=asked.get("chez", ""),
            organic="bio" in asked,
            in_season="saison" in asked,
            within_km=int(km) if km.isascii() and km.isdigit() and len(km) < 5 else None,
            without=tuple(code.value for code in ANNEX if code in asked.getlist("sans")),
        )

    @property
    def narrows(self) -> bool:
        return self != Wishes(grouping=self.grouping)

    def dropping(self, name: str, value: str = "") -> "Wishes":
        """The same wishes without one: of several allergens, ``value`` says which."""
        if name == "without":
            return replace(self, without=tuple(code for code in self.without if code != value))
        return replace(self, **{name: getattr(Wishes(), name)})

    def turning(self, **changes: object) -> "Wishes":
        return replace(self, **changes)  # type: ignore[arg-type]

    def query(self, *, page: int = 1) -> str:
        """As an address holds it, with its question mark; "?" alone leads to the whole day."""
        pairs = [*self.pairs(), *([("page", str(page))] if page > 1 else [])]
        return f"?{urlencode(pairs)}"

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each wish by its name in the address."""
        if self.grouping != Grouping.STALL:
            yield "par", self.grouping
        for name, value in (
            ("q", self.words),
            ("rayon", self.category),
            ("chez", self.producer),
            ("bio", "1" if self.organic else ""),
            ("saison", "1" if self.in_season else ""),
            ("km", "" if self.within_km is None else str(self.within_km)),
            *(("sans", code) for code in self.without),
        ):
            if value:
                yield name, value


def _one_of(values: list[str], asked: str) -> str:
    return asked if asked in values else ""
