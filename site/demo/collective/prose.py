"""Reads what the demo tells: one text in each language, in ``demo/data``, written as one writes a letter.

# A title

A lead, in one paragraph.

-- who signs, for an article

Paragraphs, parted by an empty line. ``## `` opens a heading, ``- `` an item of a list, ``> ``
a quotation whose last line says, after ``-- ``, who speaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from wagtail.rich_text import RichText

DATA = Path(__file__).resolve().parents[1] / "data"

SIGNED = "-- "
QUOTED = "> "
HEADING = "## "
ITEM = "- "

Blocks = list[tuple[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a page says in one language; only an article is signed."""

    title: str
    lead: str
    byline: str
    body: Blocks


def read(name: str, *, language: str) -> Words:
    """ "articles/pesto-de-fanes" in "fr" or "en". Raises FileNotFoundError."""
    text = (DATA / f"{name}.{language}.md").read_text(encoding="utf-8")
    title, lead, *body = text.strip().split("\n\n")
    byline = body.pop(0) if body and body[0].startswith(SIGNED) else ""
    return Words(
        title=title.removeprefix("# "),
        lead=_unfold(lead),
        byline=byline.removeprefix(SIGNED),
        body=_blocks(body),
    )


def _blocks(paragraphs: list[str]) -> Blocks:
    """Quotations alone, all the text between them together."""
    return [
        block
        for is_quote, group in groupby(paragraphs, key=lambda part: part.startswith(QUOTED))
        for block in (map(_quote, group) if is_quote else [_text(group)])
    ]


def _quote(paragraph: str) -> tuple[str, Any]:
    words, _dashes, who = paragraph.partition(f"\n{SIGNED}")
    return "quote", {"words": " ".join(_lines(words, mark=QUOTED)), "who": who}


def _text(paragraphs: Iterator[str]) -> tuple[str, Any]:
    return "text", RichText("".join(map(_html, paragraphs)))


def _html(paragraph: str) -> str:
    safe = escape(paragraph, quote=False)
    if safe.startswith(HEADING):
        return f"<h2>{safe.removeprefix(HEADING)}</h2>"
    if safe.startswith(ITEM):
        return f"<ul>{''.join(f'<li>{item}</li>' for item in _lines(safe, mark=ITEM))}</ul>"
    return f"<p>{_unfold(safe)}</p>"


def _lines(paragraph: str, *, mark: str) -> Iterator[str]:
    return (line.removeprefix(mark) for line in paragraph.splitlines())


def _unfold(paragraph: str) -> str:
    """On one line; French spaces that must not break are left alone, which ``split()`` would eat."""
    return paragraph.replace("\n", " ")
