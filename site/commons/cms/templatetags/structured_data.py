"""Prints schema.org's words where search engines look for them."""

import json
from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from commons.cms.structured import VOCABULARY, Thing, breadcrumbs

register = template.Library()

# Whatever the words of a page are, none can end the element they stand in.
_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def structured_data(
    things: Iterable[Thing], crumbs: Iterable[Mapping[str, str]] | None = None
) -> SafeString:
    """The things a page speaks of, and the way to it; nothing when there is nothing to say.

    A data block runs nothing, so the content security policy lets it through without a nonce.
    """
    graph = [*(things or ()), *([breadcrumbs(crumbs)] if crumbs else [])]
    if not graph:
        return SafeString()
    text = json.dumps({"@context": VOCABULARY, "@graph": graph}, ensure_ascii=False)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(_ESCAPED)),  # noqa: S308 (escaped for its element just above)
    )
