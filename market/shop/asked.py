"""The wishes of a page as things to tap: tags to remove, views to choose, a form to fill in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from market.allergens import Allergen
from market.models import Product
from market.queries.shop import Answer
from market.wishes import DISTANCES, Grouping, Wishes


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A wish that narrows, and the address without it. ``name`` and ``value`` say which one."""

    name: str
    value: str
    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """One value of a field of the filters' form."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Form:
    """What may be asked, with what is asked already. ``kept`` goes along, hidden."""

    words: str
    organic: bool
    in_season: bool
    producers: list[Option]
    distances: list[Option]
    allergens: list[Option]
    kept: list[tuple[str, str]]


def tags_of(wishes: Wishes, *, answer: Answer) -> list[Tag]:
    said = {
        ("words", ""): f"« {wishes.words} »" if wishes.words else "",
        ("category", ""): _category(wishes.category),
        ("producer", ""): answer.producers.get(wishes.producer, wishes.producer),
        ("organic", ""): _("Bio") if wishes.organic else "",
        ("in_season", ""): _("De saison") if wishes.in_season else "",
        ("within_km", ""): _within(wishes.within_km),
        **{("without", code): _without(code) for code in wishes.without},
    }
    return [
        Tag(name=name, value=value, label=label, url=wishes.dropping(name, value).query())
        for (name, value), label in said.items()
        if label
    ]


def category_tabs(wishes: Wishes, *, answer: Answer) -> list[dict[str, object]]:
    """Each category of the day, with how many of its offers answer the other wishes."""
    counts = answer.categories
    shown = [("", _("Tout")), *(c for c in Product.Category.choices if c[0] in counts)]
    return [
        {
            "label": label,
            "url": wishes.turning(category=value).query(),
            "current": wishes.category == value,
            "count": counts[value] if value else sum(counts.values()),
        }
        for value, label in shown
    ]


def grouping_tabs(wishes: Wishes) -> list[dict[str, object]]:
    return [
        {
            "label": label,
            "url": wishes.turning(grouping=value).query(),
            "current": wishes.grouping == value,
        }
        for value, label in Grouping.choices
    ]


def form_of(wishes: Wishes, *, answer: Answer) -> Form:
    kept = {"par", "rayon"}
    return Form(
        words=wishes.words,
        organic=wishes.organic,
        in_season=wishes.in_season,
        producers=_options(answer.producers.items(), chosen={wishes.producer}),
        distances=_options(
            ((str(km), _within(km)) for km in DISTANCES), chosen={str(wishes.within_km)}
        ),
        allergens=_options(
            ((code, str(label)) for code, label in Allergen.choices), chosen=set(wishes.without)
        ),
        kept=[pair for pair in wishes.pairs() if pair[0] in kept],
    )


def _options(pairs: Iterable[tuple[str, str]], *, chosen: set[str]) -> list[Option]:
    return [Option(value=value, label=label, chosen=value in chosen) for value, label in pairs]


def _category(value: str) -> str:
    return str(Product.Category(value).label) if value else ""


def _within(km: int | None) -> str:
    return "" if km is None else _("À %(km)d km au plus") % {"km": km}


def _without(code: str) -> str:
    return _("Sans %(allergen)s") % {"allergen": Allergen(code).label}
