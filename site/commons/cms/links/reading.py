"""Finds the links of a page in what its editors wrote, whatever block they stand in."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

# How rich text and choosers name what is in our own tree: "page:12", "document:3".
PAGE = "page:"
DOCUMENT = "document:"
# What leads out of any site, and can't be tried.
UNTRIED = ("mailto:", "tel:", "geo:", "#")


def links_of(page: Page) -> set[str]:
    """Addresses, ``page:12`` and ``document:3``, of a page of its own class."""
    found: set[str] = set()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            found |= set(_in_block(stream.stream_block, list(stream.raw_data)))
        elif isinstance(field, RichTextField):
            found |= set(_in_html(getattr(page, field.name)))
    return {address for address in found if address and not address.startswith(UNTRIED)}


def _in_block(block: blocks.Block, raw: Any) -> Iterator[str]:
    """Raw values are read, because the value of a chooser forgets what was deleted."""
    if raw in (None, ""):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from _in_html(raw)
    elif isinstance(block, blocks.URLBlock):
        yield raw
    elif isinstance(block, blocks.PageChooserBlock):
        yield f"{PAGE}{raw}"
    elif isinstance(block, DocumentChooserBlock):
        yield f"{DOCUMENT}{raw}"
    else:
        for child, value in _children(block, raw):
            yield from _in_block(child, value)


def _children(block: blocks.Block, raw: Any) -> Iterator[tuple[blocks.Block, Any]]:
    if isinstance(block, blocks.StreamBlock):
        for item in raw:
            if item["type"] in block.child_blocks:
                yield block.child_blocks[item["type"]], item["value"]
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield block.child_block, item["value"]
    elif isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield child, raw.get(name)


def _in_html(html: str) -> Iterator[str]:
    for anchor in BeautifulSoup(html, "html.parser").find_all("a"):
        kind, number = anchor.get("linktype"), anchor.get("id")
        yield f"{kind}:{number}" if kind in ("page", "document") else str(anchor.get("href", ""))
