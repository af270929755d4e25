"""The pictures of shared links."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from commons.cms import cards


@require_safe
def card(request: HttpRequest, kind: str, key: str, fingerprint: str) -> HttpResponse:
    """The picture of an object; an address made before the object changed leads to today's."""
    shown = cards.find(kind, key)
    if shown is None:
        raise Http404
    if shown.fingerprint != fingerprint:
        return redirect(shown.address)
    response = HttpResponse(cards.picture(shown), content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
