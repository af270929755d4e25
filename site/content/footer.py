"""Where the foot of each page leads: what stands under the home, in the order its editors gave it."""

from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page

from commons.cms.models import TOP_DEPTH

LINKS_SHOWN = 16


def links(request: HttpRequest) -> list[dict[str, str]]:
    """Title and address of each page one step from home in the reader's language; one query."""
    language = translation.get_language() or "fr"
    pages = (
        Page.objects.live()
        .filter(depth=TOP_DEPTH, locale__language_code=language)
        .order_by("path")[:LINKS_SHOWN]
    )
    return [{"title": page.title, "url": page.get_url(request) or ""} for page in pages]
