"""Publishes a page in both languages, once: what its editors made of it since is theirs."""

from typing import Any

from wagtail.models import Locale, Page

from commons.cms.models import StoryPage
from content.models import ArticlePage
from demo.collective import prose


def publish(parent: Page, model: type[StoryPage], *, words: str, **facts: Any) -> None:
    """A page and its English twin, under a French parent and its twin.

    ``words`` names its texts, as ``"places/halle-des-lones"``; the last part is its address.
    """
    slug = words.rpartition("/")[2]
    page = model.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        page = model(slug=slug, locale=parent.locale, **facts, **_told(words, model, "fr"))
        parent.add_child(instance=page)
        page.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    if not page.has_translation(english):
        twin = page.copy_for_translation(english)
        for name, value in _told(words, model, "en").items():
            setattr(twin, name, value)
        twin.save_revision().publish()


def _told(words: str, model: type[StoryPage], language: str) -> dict[str, Any]:
    said = prose.read(words, language=language)
    told = {"title": said.title, "lead": said.lead, "body": said.body}
    return {**told, "byline": said.byline} if model is ArticlePage else told
