"""What the frame of every page needs: navigation, the other language, the basket's count."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from commons.places.models import House
from market.basket import count_lines

HOME_DEPTH = 2  # the root of all trees is 1


@dataclass(frozen=True, kw_only=True)
class NavigationLink:
    title: str
    url: str
    trade: str
    current: bool


@dataclass(frozen=True, kw_only=True)
class OtherLanguage:
    code: str
    name: str
    url: str


def site_frame(request: HttpRequest) -> dict[str, object]:
    """Lazily, so that a mail or an error page rendered with a request pays for nothing it does not show."""
    return {
        "navigation": _navigation(request),
        "other_language": cache(lambda: _other_language(request)),
        "basket_count": cache(lambda: count_lines(request)),
        "house": cache(lambda: House.load(request)),
        "SITE_URL": settings.SITE_URL,
    }


def _navigation(request: HttpRequest) -> list[NavigationLink]:
    prefix = "/en" if translation.get_language() == "en" else ""
    trades = (
        ("market", _("Le marché"), f"{prefix}/marche/"),
        ("workshops", _("Les ateliers"), f"{prefix}/ateliers/"),
        ("gardens", _("Les jardins"), f"{prefix}/jardins/"),
        ("", _("L’agenda"), f"{prefix}/agenda/"),
    )
    return [
        NavigationLink(title=title, url=url, trade=trade, current=request.path.startswith(url))
        for trade, title, url in trades
    ]


def _other_language(request: HttpRequest) -> OtherLanguage:
    """The same page in the other language, or that language's home when the page has no twin."""
    code, name = ("fr", "Français") if translation.get_language() == "en" else ("en", "English")
    return OtherLanguage(code=code, name=name, url=_twin_url(request, code))


def _twin_url(request: HttpRequest, code: str) -> str:
    page = getattr(request, "wagtail_page", None)
    if page is None or page.depth == HOME_DEPTH:
        return translate_url(request.get_full_path(), code)
    twin = (
        Page.objects.live()
        .filter(translation_key=page.translation_key, locale__language_code=code)
        .first()
    )
    if twin and (url := twin.get_url(request)):
        return url
    return "/en/" if code == "en" else "/"
