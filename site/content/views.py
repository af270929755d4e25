"""What of the content is not a page."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from commons.calendars import calendar_file
from content import agenda, robots, sitemap


@require_safe
def agenda_file(request: HttpRequest) -> HttpResponse:
    """The agenda as a calendar to subscribe to; ``?quoi=ateliers`` keeps one trade."""
    now = timezone.now()
    entries = agenda.for_calendars(now=now, word=request.GET.get("quoi", ""))
    return HttpResponse(
        calendar_file(entries, now=now), content_type="text/calendar; charset=utf-8"
    )


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
