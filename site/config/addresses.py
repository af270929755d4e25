"""Where a page is, and where it is in the other language."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Page

HOME_DEPTH = 2  # the root of all trees is 1


@dataclass(frozen=True, kw_only=True)
class OtherLanguage:
    """The same page in the other language, or that language's home when the page has no twin."""

    code: str
    name: str
    path: str
    query: str
    is_twin: bool

    @property
    def url(self) -> str:
        """With what the reader chose on this page: a filter, a month."""
        return f"{self.path}?{self.query}" if self.query and self.is_twin else self.path


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """One address of a page that has several, as search engines want it."""

    code: str
    url: str


def canonical(request: HttpRequest) -> str:
    """The one address of a page, without its filters and page numbers."""
    return f"{settings.SITE_URL}{request.path}"


def other_language(request: HttpRequest) -> OtherLanguage:
    code, name = ("fr", "Français") if translation.get_language() == "en" else ("en", "English")
    path = _twin_path(request, code)
    return OtherLanguage(
        code=code,
        name=name,
        path=path or ("/en/" if code == "en" else "/"),
        query=request.META.get("QUERY_STRING", ""),
        is_twin=bool(path),
    )


def alternates(request: HttpRequest, other: OtherLanguage) -> list[Alternate]:
    """Every address of the page; French for readers of neither. None for a page without a twin."""
    if not other.is_twin:
        return []
    here, there = canonical(request), f"{settings.SITE_URL}{other.path}"
    french, english = (there, here) if other.code == "fr" else (here, there)
    return [
        Alternate(code="fr", url=french),
        Alternate(code="en", url=english),
        Alternate(code="x-default", url=french),
    ]


def _twin_path(request: HttpRequest, code: str) -> str:
    """Empty when there is no such page in that language."""
    page = getattr(request, "wagtail_page", None)
    if page is None or page.depth == HOME_DEPTH:
        path = translate_url(request.path, code)
        return path if path != request.path else ""
    twin = (
        Page.objects.live()
        .filter(translation_key=page.translation_key, locale__language_code=code)
        .first()
    )
    return (twin.get_url(request) or "") if twin else ""
