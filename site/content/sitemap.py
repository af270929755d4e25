"""Every page that search engines may read, with its twin: the tree's, the partners', then each trade's."""

from collections.abc import Iterator
from itertools import chain, islice

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import escape
from wagtail.models import Page

from commons.cms.addresses import in_each_language
from commons.cms.sitemap import Listed, Source
from content.models import Partner, PartnerIndexPage
from gardens import sitemap as gardens
from market import sitemap as market
from market.models import ProducerPage
from workshops import sitemap as workshops

# A trade without rows of its own to show is not in the list.
SOURCES: tuple[Source, ...] = (workshops.listed, market.listed, gardens.listed)

# More in one file is refused [sitemaps.org].
ADDRESSES_AT_MOST = 50_000


def write(request: HttpRequest) -> Iterator[str]:
    """The file, piece by piece: one query for the tree and one or two for each trade, however many pages."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    yield ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    found = chain(pages(request), partners(), *(source() for source in SOURCES))
    entries = (_entry(page, path) for page in found for path in page.paths.values())
    yield from islice(entries, ADDRESSES_AT_MOST)
    yield "</urlset>\n"


def pages(request: HttpRequest) -> Iterator[Listed]:
    """The published pages, each with its translations."""
    group: list[Page] = []
    for page in _live().iterator():
        if group and group[0].translation_key != page.translation_key:
            yield _listed(group, request)
            group = []
        group.append(page)
    if group:
        yield _listed(group, request)


def partners() -> Iterator[Listed]:
    """Those of the directory, where an editor has published one."""
    if PartnerIndexPage.objects.live().exists():
        for slug in Partner.objects.filter(is_shown=True).values_list("slug", flat=True).iterator():
            yield Listed(paths=in_each_language("content:partner", slug))


def _live() -> "QuerySet[Page]":
    """Translations of a page follow each other. A producer's story is read at the producer's own address."""
    return (
        Page.objects.live()
        .filter(depth__gt=1)
        .not_exact_type(ProducerPage)
        .select_related("locale")
        .order_by("translation_key", "-locale__language_code")
    )


def _listed(twins: list[Page], request: HttpRequest) -> Listed:
    changed = [page.last_published_at for page in twins if page.last_published_at]
    return Listed(
        paths={page.locale.language_code: page.get_url(request) or "/" for page in twins},
        changed_on=max(changed).date() if changed else None,
    )


def _entry(page: Listed, path: str) -> str:
    lines = [f"<loc>{_absolute(path)}</loc>"]
    if page.changed_on:
        lines.append(f"<lastmod>{page.changed_on.isoformat()}</lastmod>")
    if len(page.paths) > 1:
        default = page.paths.get("fr", path)
        for code, twin in {**page.paths, "x-default": default}.items():
            lines.append(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{_absolute(twin)}"/>'
            )
    return f"<url>{''.join(lines)}</url>\n"


def _absolute(path: str) -> str:
    return escape(f"{settings.SITE_URL}{path}")
