"""The site is whole in both its languages: each French word of the code has its English one, and pages show it."""

import html
import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation.template import templatize

from gardens.actions import take_turn
from tests.gardens.care import TurnFactory, gardener
from tests.gardens.factories import GardenFactory, PlotFactory
from tests.market.factories import MarketDayFactory, OfferFactory
from tests.workshops.factories import SessionFactory
from workbench.translations import compile_all

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "site/locale/en/LC_MESSAGES/django.po"
FRENCH = ROOT / "site/locale/fr/LC_MESSAGES/django.po"
THEIR_FRENCH = [
    Path(package.__file__).parent / folder / "locale/fr/LC_MESSAGES/django.po"
    for package, folder in ((allauth, ""), (django, "conf"))
]
FOLDERS = ("site", "workshops", "gardens", "market")

# What a translation repeats as it is: placeholders and tags.
FIXED = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}|</?\w+[^>]*>")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")

# Where the words stand in a call: pgettext gives its context first.
KEYWORDS = {
    "_": None,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}

# Shorter, a French word may be part of a name.
TELLING_LENGTH = 12

Words = tuple[str, ...]  # one form, or the singular and the plural


def forms(words: str | tuple[str, ...] | list[str]) -> Words:
    return (words,) if isinstance(words, str) else tuple(words)


def read_catalogue() -> list[Message]:
    with CATALOGUE.open("rb") as text:
        return [message for message in read_po(text, locale="en") if message.id]


def marked_in(path: Path) -> Iterator[tuple[str | None, Words]]:
    """Context and words of each string that a file marks for translation."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django makes calls of its tags; the layout of the page would be a wrong indentation of Python.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
    for _line, words, _comments, context in extract("python", BytesIO(text.encode()), KEYWORDS):
        yield context, forms(words)


def marked_strings() -> set[tuple[str | None, Words]]:
    files = (
        path
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".html", ".txt"}
    )
    return {marked for path in files for marked in marked_in(path)}


def test_every_string_of_the_code_is_in_the_catalogue_and_no_other():
    """When it fails: makemessages, as CONTRIBUTING.md says, then translate what is new."""
    listed = {(message.context, forms(message.id)) for message in read_catalogue()}

    assert marked_strings() ^ listed == set()


def test_every_entry_is_translated():
    with CATALOGUE.open("rb") as text:
        catalogue = read_po(text, locale="en")

    assert not catalogue.obsolete
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert [message.id for message in read_catalogue() if not all(forms(message.string))] == []


def test_a_translation_keeps_placeholders_and_tags():
    broken = [
        (french, english)
        for message in read_catalogue()
        for french, english in zip(forms(message.id), forms(message.string), strict=True)
        if sorted(FIXED.findall(french)) != sorted(FIXED.findall(english))
    ]

    assert broken == []


def test_what_others_say_in_french_is_said_in_the_words_of_the_house():
    """Our French catalogue only replaces sentences that Django or allauth have, and keeps our typography."""
    theirs = {message.id for path in THEIR_FRENCH for message in read_po(path.open("rb"))}
    with FRENCH.open("rb") as text:
        ours = [message for message in read_po(text, locale="fr") if message.id]

    assert [message.id for message in ours if message.id not in theirs] == []
    assert [message.id for message in ours if message.fuzzy or not message.string] == []
    said = " ".join(message.string for message in ours)
    assert not re.search(r"'|courriel|[^\u202f][;:?!]", said)
    assert all(
        sorted(FIXED.findall(message.id)) == sorted(FIXED.findall(message.string))
        for message in ours
    )


@pytest.fixture
def english(settings):
    """The catalogue as it is now: a setting that changes makes Django read it again."""
    compile_all()
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS]
    with translation.override("en"):
        yield


def french_left_in(page: str) -> set[str]:
    """The words of the catalogue, or their unchanging parts, that a page still says in French."""
    return {
        part
        for message in read_catalogue()
        for french, english in zip(forms(message.id), forms(message.string), strict=True)
        for part in map(str.strip, PLACEHOLDER.split(french))
        if len(part) > TELLING_LENGTH and part not in english and part in page
    }


def addresses() -> Iterator[str]:
    """A page of each kind, with something on it."""
    garden = GardenFactory()
    PlotFactory(garden=garden)
    offer = OfferFactory(market_day=MarketDayFactory())
    yield reverse("wagtail_serve", args=[""])
    yield SessionFactory().get_absolute_url()
    yield offer.market_day.get_absolute_url()
    yield reverse("market:basket")
    yield garden.get_request_url()
    yield from addresses_of_a_gardener(garden)
    yield reverse("account_login")
    yield reverse("account_signup")
    yield "/en/nowhere/"


def addresses_of_a_gardener(garden) -> Iterator[str]:
    """A plot's pages, with a turn of one's own and one to take."""
    nour = gardener(garden, language="en")
    duty = take_turn(turn_id=TurnFactory(chore__garden=garden).pk, tenancy_id=nour.pk)
    TurnFactory(chore=duty.turn.chore, day=timezone.localdate() + timedelta(days=4))
    yield duty.get_absolute_url()
    yield reverse("gardens:duty_cannot", args=[duty.token])
    for name in ("my_plot", "rota", "wishes", "rota_sheet", "things", "offer_thing", "notices"):
        yield reverse(f"gardens:{name}", args=[nour.token])


@pytest.mark.django_db
def test_pages_in_english_say_nothing_in_french(client, site_pages, english):
    pages = {
        address: html.unescape(client.get(address).content.decode()) for address in addresses()
    }

    assert all('<html lang="en"' in page for page in pages.values())
    left = {address: french_left_in(page) for address, page in pages.items()}
    assert {address: words for address, words in left.items() if words} == {}
