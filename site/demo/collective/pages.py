"""Publishes a page in both languages, once: what its editors made of it since is theirs."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from commons.cms.models import StoryPage
from content.models import ArticlePage
from demo.collective import prose


def publish(
    parent: Page,
    model: type[StoryPage],
    *,
    words: str,
    blocks: Callable[[str], prose.Blocks] | None = None,
    **facts: Any,
) -> None:
    """A page and its English twin, under a French parent and its twin.

    ``words`` names its texts, as ``"places/halle-des-lones"``; the last part is its address.
    ``blocks`` gives, for "fr" or "en", what stands under these texts.
    """
    slug = words.rpartition("/")[2]
    page = model.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        page = _publish(parent, model(slug=slug, **facts, **_told(words, model, "fr", blocks)))
    english = Locale.objects.get(language_code="en")
    if not page.has_translation(english):
        twin = model(slug=slug, **facts, **_told(words, model, "en", blocks))
        twin.translation_key = page.translation_key
        _publish(parent.get_translation(english), twin)


def _publish(parent: Page, page: StoryPage) -> StoryPage:
    """Live from its first save, with the revision its editors can come back to.

    Publishing that revision would save the page, and index it, a third time: half of the load.
    """
    page.locale = parent.locale
    page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    page.live_revision = page.save_revision(changed=False, clean=False)
    Page.objects.filter(pk=page.pk).update(live_revision=page.live_revision)
    return page


def _told(
    words: str,
    model: type[StoryPage],
    language: str,
    blocks: Callable[[str], prose.Blocks] | None,
) -> dict[str, Any]:
    said = prose.read(words, language=language)
    body = [*said.body, *(blocks(language) if blocks else [])]
    told = {"title": said.title, "lead": said.lead, "body": body}
    return {**told, "byline": said.byline} if issubclass(model, ArticlePage) else told
