"""One question to the whole house: what each trade finds, under its own heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import urlencode

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commons.finding import spelling
from commons.finding.found import LONGEST_WISH, Finds, Wanted
from commons.finding.matching import holding
from commons.plants.models import Plant
from content import found_pages
from gardens import search as gardens
from gardens.models import GardenPage
from market import search as market
from market.models import Producer, ProducerPage, Product
from workshops import search as workshops
from workshops.models import Workshop, WorkshopPage

SHOWN = 4  # of each kind, when all are asked
SUGGESTED = 3
PER_PAGE = 20
SHORTEST_SUGGESTED = 2


class Find(Protocol):
    """How a trade is asked; ``start`` and ``limit`` cut one page out of all it finds."""

    def __call__(self, wanted: Wanted, /, *, at: datetime, start: int = 0, limit: int) -> Finds: ...


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What is found under one heading; ``word`` names it in the address, ``models`` are where it looks."""

    word: str
    label: str | Promise
    trade: str
    find: Find
    models: Sequence[type[Model]]


KINDS = (
    Kind(
        word="produits",
        label=_("Produits"),
        trade="market",
        find=market.find_products,
        models=[Product],
    ),
    Kind(
        word="producteurs",
        label=_("Producteurs et productrices"),
        trade="market",
        find=market.find_producers,
        models=[Producer, ProducerPage],
    ),
    Kind(
        word="ateliers",
        label=_("Ateliers"),
        trade="workshops",
        find=workshops.find,
        models=[Workshop, WorkshopPage],
    ),
    Kind(
        word="jardins",
        label=_("Jardins"),
        trade="gardens",
        find=gardens.find_gardens,
        models=[GardenPage],
    ),
    Kind(
        word="plantes",
        label=_("Fiches plantes"),
        trade="gardens",
        find=gardens.find_plants,
        models=[Plant],
    ),
    Kind(
        word="pages",
        label=_("Articles, lieux et pages"),
        trade="",
        find=found_pages.find,
        models=found_pages.kinds_of_page(),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Group:
    """What one kind gave, and where all of it is."""

    kind: Kind
    finds: Finds
    url: str

    @property
    def has_more(self) -> bool:
        return self.finds.total > len(self.finds.items)


@dataclass(frozen=True, kw_only=True)
class Search:
    """The answer to an address. ``leaf`` numbers the pages of one kind, when one is asked."""

    typed: str
    groups: Sequence[Group]
    chosen: Kind | None = None
    leaf: Leaf | None = None
    nearest: str = ""

    @property
    def total(self) -> int:
        return sum(group.finds.total for group in self.groups)

    @property
    def is_cut(self) -> bool:
        """Whether more was found than is counted."""
        return any(group.finds.is_cut for group in self.groups)

    @property
    def is_asked(self) -> bool:
        return bool(Wanted.read(self.typed).words)

    @property
    def everything_url(self) -> str:
        """The same words, in the whole house."""
        return address_of(self.typed)

    @property
    def nearest_url(self) -> str:
        return address_of(self.nearest)


def read(address: Mapping[str, str], *, at: datetime) -> Search:
    """What an address asks for; a kind or a page that it gets wrong is read as not said."""
    typed = address.get("q", "").strip()[:LONGEST_WISH]
    wanted = Wanted.read(typed)
    if not wanted.words:
        return Search(typed=typed, groups=[])
    chosen = next((kind for kind in KINDS if kind.word == address.get("quoi")), None)
    if chosen:
        return _one_kind(chosen, wanted, typed, number=address.get("page", ""), at=at)
    groups = _ask_all(wanted, typed, at=at, limit=SHOWN)
    nearest = "" if groups else spelling.nearest(wanted, names=found_pages.public_names())
    return Search(typed=typed, groups=groups, nearest=nearest)


def suggest(typed: str, *, at: datetime) -> Search:
    """A few things whose names begin with what is typed so far."""
    wanted = Wanted.read(typed, unfinished=True)
    if len(wanted.text) < SHORTEST_SUGGESTED:
        return Search(typed=typed, groups=[])
    return Search(typed=typed, groups=_ask_all(wanted, typed, at=at, limit=SUGGESTED))


def address_of(typed: str, **more: str) -> str:
    """Where an answer is."""
    return f"{reverse('content:search')}?{urlencode({'q': typed, **more})}"


def _ask_all(wanted: Wanted, typed: str, *, at: datetime, limit: int) -> list[Group]:
    """The kinds that found something, in the order of the house."""
    held = holding(wanted, [model for kind in KINDS for model in kind.models])
    asked = [kind for kind in KINDS if not held.isdisjoint(kind.models)]
    groups = (_group(kind, kind.find(wanted, at=at, limit=limit), typed) for kind in asked)
    return [group for group in groups if group.finds.total]


def _one_kind(kind: Kind, wanted: Wanted, typed: str, *, number: str, at: datetime) -> Search:
    """One page of one kind; beyond the last, the first."""
    asked = int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 1
    start = max(0, asked - 1) * PER_PAGE
    finds = kind.find(wanted, at=at, start=start, limit=PER_PAGE)
    if start and not finds.items:
        start = 0
        finds = kind.find(wanted, at=at, limit=PER_PAGE)
    leaf = Paginator(range(finds.total), PER_PAGE).get_page(start // PER_PAGE + 1)
    return Search(typed=typed, groups=[_group(kind, finds, typed)], chosen=kind, leaf=leaf)


def _group(kind: Kind, finds: Finds, typed: str) -> Group:
    return Group(kind=kind, finds=finds, url=address_of(typed, quoi=kind.word))
