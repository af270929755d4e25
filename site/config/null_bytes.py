"""Refuses what no text of the database can hold, before any view looks it up there."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

NULL = "\0"


def null_bytes_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 400 to a null byte in the address or in a cookie; the fields of forms refuse theirs by name."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _has_null(request):
            return HttpResponseBadRequest("null byte", content_type="text/plain")
        return get_response(request)

    return middleware


def _has_null(request: HttpRequest) -> bool:
    return (
        NULL in request.path_info
        or "%00" in request.META.get("QUERY_STRING", "")
        or any(NULL in cookie for cookie in request.COOKIES.values())
    )
