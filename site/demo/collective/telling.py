"""How the demo writes a page in both languages."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from commons.cms.models import StoryPage


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a page says in one language; ``body`` is in paragraphs, « > » begins a quotation."""

    title: str
    lead: str = ""
    body: tuple[str, ...] = ()

    def fields(self) -> dict[str, Any]:
        return {"title": self.title, "lead": self.lead, "body": blocks(self.body)}


def blocks(paragraphs: tuple[str, ...]) -> list[tuple[str, Any]]:
    """Paragraphs as blocks: HTML of its own when it begins with a tag, a quotation after « > »."""
    return [_block(paragraph) for paragraph in paragraphs]


def _block(paragraph: str) -> tuple[str, Any]:
    if paragraph.startswith("> "):
        words, _dash, who = paragraph[2:].partition(" — ")
        return "quote", {"words": words, "who": who}
    html = paragraph if paragraph.startswith("<") else f"<p>{paragraph}</p>"
    return "text", RichText(html)


def tell(
    model: type[StoryPage],
    *,
    under: type[StoryPage],
    slug: str,
    fr: Told,
    en: Told,
    **common: Any,
) -> None:
    """Publish a page in French and in English, unless its slug is taken there already."""
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    index: StoryPage = under.objects.get(locale=french)
    if Page.objects.child_of(index).filter(slug=slug).exists():
        return
    page = model(slug=slug, locale=french, **fr.fields(), **common)
    index.add_child(instance=page)
    page.save_revision().publish()
    twin = page.copy_for_translation(english)
    for name, value in en.fields().items():
        setattr(twin, name, value)
    twin.save_revision().publish()
