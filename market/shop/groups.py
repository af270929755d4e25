"""Cards under the heads of their groups: a stall, a category, a moment of the season."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from market.models import Producer, Product
from market.queries.shop import Phase
from market.shop.cards import Card
from market.wishes import Grouping


@dataclass(frozen=True, kw_only=True)
class Group:
    """``producer`` and ``pitch`` are those of a stall; ``is_continued`` from the page before."""

    key: str
    title: str
    note: str
    producer: Producer | None
    pitch: int | None
    cards: list[Card]
    is_continued: bool = False

    @property
    def anchor(self) -> str:
        return f"etal-{self.key}" if self.producer else f"groupe-{self.key}"


def groups_of(cards: Iterable[Card], *, grouping: str, before: Card | None) -> list[Group]:
    """Cards that come group after group. ``before`` is the last of the page before."""
    last = _key(before, grouping=grouping) if before else None
    return [
        _group(key, list(group), grouping=grouping, is_continued=key == last)
        for key, group in groupby(cards, key=lambda card: _key(card, grouping=grouping))
    ]


def _key(card: Card, *, grouping: str) -> str:
    if grouping == Grouping.CATEGORY:
        return card.product.category
    if grouping == Grouping.SEASON:
        return str(vars(card.offer)["phase"])  # annotated, which mypy does not know
    return card.producer.slug


def _group(key: str, cards: list[Card], *, grouping: str, is_continued: bool) -> Group:
    producer, pitch, note = None, None, ""
    if grouping == Grouping.CATEGORY:
        title = str(Product.Category(key).label)
    elif grouping == Grouping.SEASON:
        title, note = _say_phase(Phase(int(key)))
    else:
        producer, pitch = cards[0].producer, cards[0].pitch
        title = producer.name
    return Group(
        key=key,
        title=title,
        note=note,
        producer=producer,
        pitch=pitch,
        cards=cards,
        is_continued=is_continued,
    )


def _say_phase(phase: Phase) -> tuple[str, str]:
    return {
        Phase.ENDING: (_("Les derniers"), _("Leur saison finit ce mois-ci.")),
        Phase.STARTING: (_("Les premiers"), _("Leur saison commence ce mois-ci.")),
        Phase.FULL: (
            _("En pleine saison"),
            _("Récoltés en ce moment, et encore le mois prochain."),
        ),
        Phase.ALWAYS: (_("Toute l’année"), _("Ce qui n’a pas de saison.")),
        Phase.OUT: (
            _("Hors saison"),
            _("L’étal vous dira comment ils ont été gardés ou cultivés."),
        ),
    }[phase]
