"""Publishes a page in both languages, from words written as one writes a letter.

Paragraphs are parted by an empty line. ``## `` opens a heading, ``- `` an item of a list,
``> `` a quotation whose last line, after ``-- ``, says who speaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from textwrap import dedent
from typing import Any

from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from commons.cms.models import StoryPage

Blocks = list[tuple[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a page says in one language."""

    title: str
    lead: str
    body: str = ""
    byline: str = ""  # of an article


def publish(
    parent: Page, model: type[StoryPage], *, slug: str, fr: Words, en: Words, **facts: Any
) -> None:
    """The page under its parent, and its English twin; each is made once, then left to its editors."""
    page = model.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        page = model(slug=slug, locale=parent.locale, **facts, **_fields(fr))
        parent.add_child(instance=page)
        page.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    if not page.has_translation(english):
        twin = page.copy_for_translation(english)
        for name, value in _fields(en).items():
            setattr(twin, name, value)
        twin.save_revision().publish()


def _fields(words: Words) -> dict[str, Any]:
    fields = {"title": words.title, "lead": words.lead, "body": blocks_of(words.body)}
    return {**fields, "byline": words.byline} if words.byline else fields


def blocks_of(prose: str) -> Blocks:
    """The blocks of a page's body: quotations alone, all the text between them together."""
    parts = [part for part in dedent(prose).strip().split("\n\n") if part]
    return [
        block
        for is_quote, group in groupby(parts, key=lambda part: part.startswith("> "))
        for block in (map(_quote, group) if is_quote else [_text(list(group))])
    ]


def _quote(part: str) -> tuple[str, Any]:
    words, _dashes, who = part.removeprefix("> ").partition("\n-- ")
    return "quote", {"words": " ".join(words.replace("\n> ", " ").split()), "who": who.strip()}


def _text(parts: list[str]) -> tuple[str, Any]:
    return "text", RichText("".join(_html(parts)))


def _html(parts: list[str]) -> Iterator[str]:
    for part in parts:
        if part.startswith("## "):
            yield f"<h2>{escape(part.removeprefix('## '), quote=False)}</h2>"
        elif part.startswith("- "):
            items = part.removeprefix("- ").split("\n- ")
            yield "<ul>" + "".join(f"<li>{_line(item)}</li>" for item in items) + "</ul>"
        else:
            yield f"<p>{_line(part)}</p>"


def _line(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)
