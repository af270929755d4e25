"""Remembers in which language a visitor reads, for the day they type the bare address of the site."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

GetResponse = Callable[[HttpRequest], HttpResponse]

KEEP_SECONDS = 365 * 24 * 3600


def language_middleware(get_response: GetResponse) -> GetResponse:
    """The address alone says the language of a page. A cookie only says which home to open.

    It is written when a reader goes from one of our pages to another language, and read when a browser says
    that nobody's link led here: a link to the French home always leads to the French home.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if _was_typed(request) and request.path == "/" and _remembered(request) == "en":
            home = redirect("/en/")
            home["Vary"] = "Cookie, Sec-Fetch-Site"
            return home
        response = get_response(request)
        if (
            _came_from_us(request)
            and _is_page(response)
            and _speaks(request) != _remembered(request)
        ):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                _speaks(request),
                max_age=KEEP_SECONDS,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    return middleware


def _was_typed(request: HttpRequest) -> bool:
    return request.headers.get("Sec-Fetch-Site") == "none"


def _came_from_us(request: HttpRequest) -> bool:
    return (
        request.headers.get("Sec-Fetch-Site") == "same-origin"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
    )


def _is_page(response: HttpResponse) -> bool:
    return response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")


def _speaks(request: HttpRequest) -> str:
    return "en" if request.path.startswith("/en/") else settings.LANGUAGE_CODE


def _remembered(request: HttpRequest) -> str:
    """French, the first language of the site, for who never chose."""
    return request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
