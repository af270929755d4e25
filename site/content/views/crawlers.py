"""What search engines read before the pages."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from content import robots, sitemap


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap_file(request: HttpRequest) -> StreamingHttpResponse:
    """Every public page, for search engines; sent as it is written, for the tree may be tall."""
    return StreamingHttpResponse(
        sitemap.write(request), content_type="application/xml; charset=utf-8"
    )


@require_safe
@cache_control(public=True, max_age=86400)
def robots_file(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(robots.write(), content_type="text/plain; charset=utf-8")
