"""What of the content is not a page."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from commons.calendars import calendar_file
from content import agenda


@require_safe
def agenda_file(request: HttpRequest) -> HttpResponse:
    """The agenda as a calendar to subscribe to; ``?quoi=ateliers`` keeps one trade."""
    now = timezone.now()
    entries = agenda.for_calendars(now=now, word=request.GET.get("quoi", ""))
    return HttpResponse(
        calendar_file(entries, now=now), content_type="text/calendar; charset=utf-8"
    )
