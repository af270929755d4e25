"""The agenda for other programs."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from commons.calendars import calendar_file
from content import agenda
from content.agenda.choice import read_choice


@require_safe
def agenda_file(request: HttpRequest) -> HttpResponse:
    """The agenda as a calendar to subscribe to; its address chooses with the words of the page's."""
    now = timezone.now()
    entries = agenda.for_calendars(now=now, choice=read_choice(request.GET))
    return HttpResponse(
        calendar_file(entries, now=now), content_type="text/calendar; charset=utf-8"
    )
