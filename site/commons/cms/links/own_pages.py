"""Looks up a path of our own site as a visitor would, without the network."""

from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.utils import translation


def status_of(path: str) -> int:
    """What a visitor who is not signed in is answered at ``/ateliers/?page=2``."""
    request, handler = _request(path), BaseHandler()
    handler.load_middleware()
    with translation.override(None):
        answer = handler.get_response(request)
    request.close()
    return answer.status_code


def _request(path: str) -> WSGIRequest:
    where, _mark, query = path.partition("#")[0].partition("?")
    site = urlsplit(settings.SITE_URL)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": where,
            "QUERY_STRING": query,
            "SERVER_NAME": site.hostname or "localhost",
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": site.scheme,
        }
    )
