"""The agenda for other programs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from commons.calendars import MIME, calendar_file
from commons.people.queries import person_by_calendar_secret
from content import agenda
from content.agenda.choice import read_choice


@require_safe
def agenda_file(request: HttpRequest) -> HttpResponse:
    """The agenda as a calendar to subscribe to; its address chooses with the words of the page's."""
    now = timezone.now()
    entries = agenda.for_calendars(now=now, choice=read_choice(request.GET))
    file = calendar_file(entries, now=now, name=_("Halle & Jardins"))
    return HttpResponse(file, content_type=MIME)


@never_cache
@require_safe
def own_calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """What one person booked, waits for and picks up: whoever has the secret address reads it, nobody else."""
    person = person_by_calendar_secret(secret)
    if person is None:
        raise Http404
    now = timezone.now()
    entries = agenda.of_person(person, now=now)
    file = calendar_file(entries, now=now, name=_("Mes rendez-vous, Halle & Jardins"))
    return HttpResponse(file, content_type=MIME, headers={"X-Robots-Tag": "noindex"})
