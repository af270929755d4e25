"""Where the foot of each page leads: what stands under the home, in the order its editors gave it, then the law."""

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone, translation
from wagtail.models import Page

from commons.cms.models import TOP_DEPTH
from content import queries
from content.models import LegalPage

LINKS_SHOWN = 16
KEEP_SECONDS = 300  # a page that was just published is in the foot of the others soon enough


def links(request: HttpRequest) -> list[dict[str, str]]:
    """Title and address of each page one step from home in the reader's language."""
    language = translation.get_language() or "fr"
    return (
        cache.get_or_set(f"footer:{language}", lambda: _read(language, request), KEEP_SECONDS) or []
    )


def legal_links() -> list[dict[str, str]]:
    """Title and address of each legal text in force, in the reader's language."""
    language = translation.get_language() or "fr"
    return (
        cache.get_or_set(
            f"footer:legal:{language}",
            lambda: queries.legal_links(language=language, on=timezone.localdate()),
            KEEP_SECONDS,
        )
        or []
    )


def _read(language: str, request: HttpRequest) -> list[dict[str, str]]:
    pages = (
        Page.objects.live()
        .filter(depth=TOP_DEPTH, locale__language_code=language)
        .not_exact_type(LegalPage)  # the legal line leads there
        .order_by("path")[:LINKS_SHOWN]
    )
    return [{"title": page.title, "url": page.get_url(request) or ""} for page in pages]
